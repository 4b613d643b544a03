/**
 * What travels through the streams: events as SDKs sent them, events as the project accepted them,
 * the person changes they caused, and what could not be processed.
 *
 * <p>Start at {@link dev.tenrec.events.Envelope}, one record of a stream; {@link
 * dev.tenrec.events.EnvelopeCodec} is its JSON. This package never does input or output.
 */
package dev.tenrec.events;
