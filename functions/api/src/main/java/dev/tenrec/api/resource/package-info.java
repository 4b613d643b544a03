/**
 * What the parts of the management API share.
 *
 * <p>{@link dev.tenrec.api.resource.ProjectScope} lets a request into its project, {@link
 * dev.tenrec.api.resource.Page} answers a list, and {@link
 * dev.tenrec.api.resource.DefinitionResource} is all that definitions of any kind have in common.
 * Knows no part of the product.
 */
package dev.tenrec.api.resource;
