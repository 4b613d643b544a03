package dev.tenrec.emulators.kinesis;

/** What became of one record of a put. */
sealed interface PutOutcome {
  record Stored(String shardId, long sequence) implements PutOutcome {}

  record Refused(String shardId) implements PutOutcome {}
}
