package dev.tenrec.emulators.kinesis;

/** A record of a shard. */
record StoredRecord(long sequence, String partitionKey, byte[] data) {}
