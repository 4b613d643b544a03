package dev.tenrec.emulators.kinesis;

import java.math.BigInteger;

/** A record with the hash key that picks its shard. */
record RoutedRecord(BigInteger hashKey, NewRecord record) {}
