/**
 * Sends events and recordings and asks for flags, as SDKs do: in batches, compressed, a few at a
 * time, again when the server asks for it.
 *
 * <p>Start at {@link dev.tenrec.demo.sending.Sender}.
 */
package dev.tenrec.demo.sending;
