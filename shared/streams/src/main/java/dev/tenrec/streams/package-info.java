/**
 * The seam to the streams: putting envelopes, reading batches of them, and carrying payloads too
 * large for a record.
 *
 * <p>Start at {@link dev.tenrec.streams.EnvelopeStream} to write and {@link
 * dev.tenrec.streams.StreamFunction} to read. {@link dev.tenrec.streams.TestingEnvelopeStream} and
 * {@link dev.tenrec.streams.TestingClaimStore} are twins in memory for the tests of other modules.
 */
package dev.tenrec.streams;
