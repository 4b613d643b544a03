/**
 * Where results are kept for a while, and how one that is too large for an answer reaches whoever
 * asked. Start at {@link dev.tenrec.query.function.results.Delivery}.
 */
package dev.tenrec.query.function.results;
