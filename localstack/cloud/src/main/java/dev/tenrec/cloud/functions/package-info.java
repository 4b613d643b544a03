/**
 * Runs Lambda functions from their real zips: one pool of workers a function, each worker a process
 * of its own (or, for debugging, a class loader of its own), one invocation at a time in each.
 *
 * <p>Start at {@link dev.tenrec.cloud.functions.Functions}. What calls a function, and why, is not
 * known here.
 */
package dev.tenrec.cloud.functions;
