package dev.tenrec.lake.pipeline;

import static java.util.Objects.requireNonNull;

/**
 * One shard of a stream, read in order by one reader.
 *
 * @param stream the stream's name
 * @param id the shard's id
 */
public record Shard(String stream, String id) {
  public Shard {
    requireNonNull(stream, "stream is null");
    requireNonNull(id, "id is null");
  }
}
