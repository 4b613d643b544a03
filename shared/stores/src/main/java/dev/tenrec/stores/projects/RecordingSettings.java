package dev.tenrec.stores.projects;

import static java.util.Objects.requireNonNull;

import dev.tenrec.stores.table.Item;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What SDKs record of a project's sessions.
 *
 * @param on whether they record at all
 * @param consoleLogs whether what pages write to the console is recorded
 * @param network whether requests and their timing are recorded
 * @param headers whether the requests' headers are recorded too
 * @param bodies whether the requests' bodies are recorded too
 * @param sampleRate the share of sessions that are recorded, 0 to 1; empty for all
 * @param minimumMilliseconds shorter sessions are not kept; empty for none
 * @param masking what is made unreadable before it leaves the browser
 */
public record RecordingSettings(
    boolean on,
    boolean consoleLogs,
    boolean network,
    boolean headers,
    boolean bodies,
    Optional<BigDecimal> sampleRate,
    OptionalLong minimumMilliseconds,
    Masking masking) {
  /** Nothing is recorded; once switched on, the console and requests are too, inputs masked. */
  public static final RecordingSettings OFF =
      new RecordingSettings(
          false,
          true,
          true,
          false,
          false,
          Optional.empty(),
          OptionalLong.empty(),
          new Masking(true, "", ""));

  private static final long LONGEST_MINIMUM = 30_000;

  public RecordingSettings {
    requireNonNull(masking, "masking is null");
    if (sampleRate.isPresent()
        && (sampleRate.get().signum() < 0 || sampleRate.get().compareTo(BigDecimal.ONE) > 0)) {
      throw new IllegalArgumentException(
          "sampleRate is " + sampleRate.get() + ": a share is 0 to 1, and absent means all");
    }
    if (minimumMilliseconds.isPresent()
        && (minimumMilliseconds.getAsLong() < 0
            || minimumMilliseconds.getAsLong() > LONGEST_MINIMUM)) {
      throw new IllegalArgumentException(
          "minimumMilliseconds is %d: it must be 0 to %d"
              .formatted(minimumMilliseconds.getAsLong(), LONGEST_MINIMUM));
    }
  }

  Item onto(Item project) {
    Item item =
        project
            .with("recording", on)
            .with("recording_console", consoleLogs)
            .with("recording_network", network)
            .with("recording_headers", headers)
            .with("recording_bodies", bodies)
            .with("recording_mask_inputs", masking.inputs())
            .with("recording_mask_texts", masking.texts())
            .with("recording_block", masking.blocked());
    Item sampled =
        sampleRate.map(rate -> item.with("recording_sample", rate.toPlainString())).orElse(item);
    return minimumMilliseconds.isPresent()
        ? sampled.with("recording_minimum", minimumMilliseconds.getAsLong())
        : sampled;
  }

  static RecordingSettings from(Item project) {
    // A project that was made before there were recordings.
    if (!project.attributes().containsKey("recording")) {
      return OFF;
    }
    return new RecordingSettings(
        project.flag("recording"),
        project.flag("recording_console"),
        project.flag("recording_network"),
        project.flag("recording_headers"),
        project.flag("recording_bodies"),
        project.optionalText("recording_sample").map(BigDecimal::new),
        project.attributes().containsKey("recording_minimum")
            ? OptionalLong.of(project.number("recording_minimum"))
            : OptionalLong.empty(),
        new Masking(
            project.flag("recording_mask_inputs"),
            project.text("recording_mask_texts"),
            project.text("recording_block")));
  }

  /**
   * What is made unreadable before it leaves the browser.
   *
   * @param inputs whether everything that is typed is
   * @param texts the CSS selector of texts that are, {@code *} for all; empty for none
   * @param blocked the CSS selector of elements that are left out; empty for none
   */
  public record Masking(boolean inputs, String texts, String blocked) {
    public Masking {
      requireNonNull(texts, "texts is null");
      requireNonNull(blocked, "blocked is null");
    }
  }
}
