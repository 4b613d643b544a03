/**
 * Sends events to the capture API: in batches, compressed, a few at a time, again when the server
 * asks for it.
 *
 * <p>Start at {@link dev.tenrec.demo.sending.Sender}.
 */
package dev.tenrec.demo.sending;
