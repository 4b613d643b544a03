package dev.tenrec.cloud.mappings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A stream as its readers see it. */
interface ShardedStream {
  /** Every shard that still holds records, closed ones included. */
  List<Shard> shards();

  /** A place to read from. */
  String iterator(String shard, Position position);

  /** Reads what is there; waits for nothing. */
  Page read(String iterator);

  /**
   * A shard.
   *
   * @param parents the shards it continues; their records come first
   */
  record Shard(String id, List<String> parents) {
    public Shard {
      parents = List.copyOf(parents);
    }
  }

  /**
   * Some records.
   *
   * @param next where to go on; empty at the end of a closed shard
   */
  record Page(List<SourceRecord> records, Optional<String> next) {
    public Page {
      records = List.copyOf(records);
    }
  }

  /** Where in a shard to begin. */
  sealed interface Position {
    /** With the oldest record. */
    record Oldest() implements Position {}

    /** With what arrived at that time or later. */
    record At(Instant time) implements Position {}

    /** Behind a record. */
    record After(String sequenceNumber) implements Position {}
  }

  /** The iterator was not used for too long; another has to be asked for. */
  final class IteratorExpiredException extends RuntimeException {
    private static final long serialVersionUID = 1;

    IteratorExpiredException(Throwable cause) {
      super(cause);
    }
  }
}
