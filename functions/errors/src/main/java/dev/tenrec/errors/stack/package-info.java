/**
 * Exceptions as SDKs report them, and their frames before and after resolution.
 *
 * <p>Start at {@link dev.tenrec.errors.stack.ExceptionChain}.
 */
package dev.tenrec.errors.stack;
