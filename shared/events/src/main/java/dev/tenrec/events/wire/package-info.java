/**
 * What SDKs send, decoded: body forms, encodings, tokens, distinct ids, ids and times. Pure: bytes
 * go in, events or a refusal come out.
 *
 * <p>Start at {@link dev.tenrec.events.wire.CaptureDecoder}; {@link
 * dev.tenrec.events.wire.AnalyticsDecoder} is the newer endpoint's. This package never looks up a
 * project and never answers a client.
 */
package dev.tenrec.events.wire;
