/**
 * Kinesis data streams: {@code ShardMap} says which shard a key belongs to and what descends from
 * what, {@code ShardLog} keeps the records of one shard in files. Start with {@link
 * dev.tenrec.emulators.kinesis.KinesisOperations}. No enhanced fan-out, no tags, no encryption.
 */
package dev.tenrec.emulators.kinesis;
