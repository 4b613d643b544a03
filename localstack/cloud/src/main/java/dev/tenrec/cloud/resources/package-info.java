/**
 * What the resources of a template are called here, what references to them mean, and how the ones
 * that hold data are made.
 *
 * <p>Start at {@link dev.tenrec.cloud.resources.LocalAttributes} for names and at {@link
 * dev.tenrec.cloud.resources.Provisioner} for making them. Making is idempotent and never removes
 * data. Nothing here runs code of functions.
 */
package dev.tenrec.cloud.resources;
