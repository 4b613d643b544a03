/**
 * Calling a function as its URL would, for tests of functions.
 *
 * <p>Start at {@link dev.tenrec.http.testing.TestingBrowser}.
 */
package dev.tenrec.http.testing;
