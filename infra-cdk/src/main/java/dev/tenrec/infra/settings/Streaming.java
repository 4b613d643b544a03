package dev.tenrec.infra.settings;

import static java.util.Objects.requireNonNull;

/**
 * The streams between the functions. One shard takes 1 MB or 1,000 records a second and costs about
 * $11 a month whether it is used or not.
 *
 * @param layout one stream for both halves of the pipeline, or one for each
 * @param shards the shards of each stream
 * @param ingestParallelism how many batches of a shard ingest works on at once, each person's
 *     events still in order
 */
public record Streaming(Layout layout, int shards, int ingestParallelism) {
  /** One stream of one shard: the smallest bill, good for tens of millions of events a month. */
  public static final Streaming DEFAULTS = new Streaming(Layout.SHARED, 1, 1);

  public Streaming {
    requireNonNull(layout, "layout is null");
    if (shards < 1 || shards > 500) {
      throw new SettingsException(
          "streams.shards is %d: choose 1 to 500 (500 is the smallest default quota of a region)"
              .formatted(shards));
    }
    if (ingestParallelism < 1 || ingestParallelism > 10) {
      throw new SettingsException(
          "streams.ingestParallelism is %d: Lambda works on 1 to 10 batches of a shard at once"
              .formatted(ingestParallelism));
    }
  }

  /**
   * Which stream carries what. Chosen once: what ingest has accepted and the lake has not yet
   * written stays behind when the processed stream becomes another one. An installation that grows
   * takes more shards instead.
   */
  public enum Layout {
    /** Captured and processed records share one stream. */
    SHARED,
    /** Captured and processed records have a stream each. */
    SEPARATE
  }
}
