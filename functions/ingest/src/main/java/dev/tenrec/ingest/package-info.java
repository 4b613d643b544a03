/**
 * The ingest function: turns what SDKs sent into what the project accepted.
 *
 * <p>Start at {@link dev.tenrec.ingest.Ingest}, the core; {@link dev.tenrec.ingest.IngestHandler}
 * wires it. One batch goes through these steps: decode the records, [transformations, which change
 * or drop captured events, come here], prepare each event ({@code events}), work the events into
 * persons ({@code persons}) and groups ({@code groups}), publish.
 *
 * <p>Nothing is lost silently: what is not published as an event is published as rejected data with
 * its reason, and a batch is done only when all of it was published.
 */
package dev.tenrec.ingest;
