/**
 * Event source mappings: read streams and queues and call functions with batches, with Lambda's
 * rules for windows, filters, order, retries, bisecting, partial failures and checkpoints.
 *
 * <p>Start at {@link dev.tenrec.cloud.mappings.Mappings}. What a function is, is not known here:
 * only that it can be called.
 */
package dev.tenrec.cloud.mappings;
