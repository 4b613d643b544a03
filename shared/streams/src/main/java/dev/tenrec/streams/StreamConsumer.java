package dev.tenrec.streams;

import java.util.List;
import java.util.Optional;

/** Handles the records of a batch, all of one shard and in order. */
@FunctionalInterface
public interface StreamConsumer {
  /**
   * Handles {@code records}.
   *
   * @return the sequence number of the first record that is not done: it and all after it come
   *     again; empty when all are done. A failure thrown instead brings the whole batch again.
   */
  Optional<String> consume(List<StreamRecord> records);
}
