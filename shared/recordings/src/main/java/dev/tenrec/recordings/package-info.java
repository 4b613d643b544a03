/**
 * Session recordings at rest: blocks of rrweb events in a bucket, and an index that says where they
 * are and what happened in them. Replay writes them, the API reads them.
 *
 * <p>Start at {@link dev.tenrec.recordings.RecordingStore}, the index, and {@link
 * dev.tenrec.recordings.BlockStore}, the bucket. An object holds blocks of several sessions, each a
 * zstd frame of its own that is fetched by its range; a block's lines are JSON arrays {@code
 * [windowId, event]}.
 *
 * <p>Items of the table {@code sessions}:
 *
 * <ul>
 *   <li>{@code recording#<project>#<session>} / {@code summary}: one {@link
 *       dev.tenrec.recordings.StoredRecording}, what all blocks say together; its version is
 *       counted up by every block.
 *   <li>the same / {@code block#<number>}: one {@link dev.tenrec.recordings.Block}. Numbers have no
 *       gaps, so that the snapshots API can ask for ranges of them.
 *   <li>{@code recordings#<project>#<day>} / {@code session#<session>}: the summary again, under
 *       the day the recording began to come in, for lists.
 * </ul>
 *
 * All three expire with the bucket's objects. This package never parses rrweb events.
 */
package dev.tenrec.recordings;
