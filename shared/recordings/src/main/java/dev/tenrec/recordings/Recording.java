package dev.tenrec.recordings;

import static java.util.Objects.requireNonNull;

import dev.tenrec.events.RecordingVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A recording, summed up.
 *
 * @param key which recording
 * @param version counts its changes, from 1
 * @param blocks how many blocks it has
 * @param listedAt when its first piece came in, which is where lists have it
 * @param updatedAt when its latest piece came in
 * @param facts what its blocks say together
 * @param activity how long somebody was active
 */
public record Recording(
    RecordingKey key,
    long version,
    int blocks,
    Instant listedAt,
    Instant updatedAt,
    Facts facts,
    Activity activity)
    implements StoredRecording {
  public Recording {
    requireNonNull(key, "key is null");
    requireNonNull(listedAt, "listedAt is null");
    requireNonNull(updatedAt, "updatedAt is null");
    requireNonNull(facts, "facts is null");
    requireNonNull(activity, "activity is null");
    if (version < 1 || blocks < 1) {
      throw new IllegalArgumentException(
          "version is %d and blocks is %d: a recording has at least one of each"
              .formatted(version, blocks));
    }
  }

  /**
   * Whether events from that time on can be added without reading the earlier blocks again.
   *
   * @param start the earliest of them
   */
  public boolean endsBefore(long start) {
    return start >= activity.last();
  }

  @Override
  public RecordingVersion published(Duration kept) {
    Facts.Counts counts = facts.counts();
    return new RecordingVersion(
        key.session(),
        version,
        false,
        facts.sender().distinctId(),
        Instant.ofEpochMilli(facts.start()),
        Instant.ofEpochMilli(facts.end()),
        List.copyOf(facts.urls().keySet()),
        new RecordingVersion.Counts(
            counts.clicks(),
            counts.keypresses(),
            counts.mouseActivity(),
            activity.milliseconds(),
            counts.consoleLogs(),
            counts.consoleWarns(),
            counts.consoleErrors(),
            counts.bytes(),
            counts.events(),
            counts.pieces()),
        facts.sender().source(),
        facts.sender().library(),
        Math.toIntExact(kept.toDays()),
        listedAt,
        updatedAt);
  }

  /**
   * The recording with more blocks.
   *
   * @param before as it was; empty for its first blocks
   * @param earlier the blocks it has, where the new ones do not all come after its end
   * @param more the new blocks
   * @param at when they came in
   */
  static Recording with(
      RecordingKey key,
      Optional<Recording> before,
      Optional<List<Block>> earlier,
      List<Block> more,
      Instant at) {
    Facts facts = more.stream().map(Block::facts).reduce(Facts::plus).orElseThrow();
    Timeline timeline = more.stream().map(Block::timeline).reduce(Timeline::plus).orElseThrow();
    Activity activity =
        earlier
            .map(
                blocks ->
                    Activity.NONE.then(
                        blocks.stream().map(Block::timeline).reduce(timeline, Timeline::plus)))
            .orElseGet(() -> before.map(Recording::activity).orElse(Activity.NONE).then(timeline));
    return new Recording(
        key,
        before.map(Recording::version).orElse(0L) + 1,
        before.map(Recording::blocks).orElse(0) + more.size(),
        before.map(Recording::listedAt).orElse(at),
        before.map(Recording::updatedAt).filter(updated -> updated.isAfter(at)).orElse(at),
        before.map(Recording::facts).map(facts::plus).orElse(facts),
        activity);
  }
}
