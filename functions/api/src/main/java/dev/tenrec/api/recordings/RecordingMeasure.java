package dev.tenrec.api.recordings;

import dev.tenrec.recordings.Facts;
import dev.tenrec.recordings.Recording;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The numbers of a recording, by which lists are filtered and sorted; lower case in the API. */
enum RecordingMeasure {
  START_TIME,
  DURATION,
  ACTIVE_SECONDS,
  INACTIVE_SECONDS,
  CLICK_COUNT,
  KEYPRESS_COUNT,
  MOUSE_ACTIVITY_COUNT,
  CONSOLE_LOG_COUNT,
  CONSOLE_WARN_COUNT,
  CONSOLE_ERROR_COUNT,
  ACTIVITY_SCORE;

  static Optional<RecordingMeasure> named(String name) {
    return Arrays.stream(values()).filter(measure -> measure.label().equals(name)).findFirst();
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  double of(Recording recording) {
    Facts facts = recording.facts();
    Facts.Counts counts = facts.counts();
    return switch (this) {
      case START_TIME -> facts.start();
      case DURATION -> (facts.end() - facts.start()) / 1000.0;
      case ACTIVE_SECONDS -> recording.activity().milliseconds() / 1000.0;
      case INACTIVE_SECONDS -> Math.max(0, DURATION.of(recording) - ACTIVE_SECONDS.of(recording));
      case CLICK_COUNT -> counts.clicks();
      case KEYPRESS_COUNT -> counts.keypresses();
      case MOUSE_ACTIVITY_COUNT -> counts.mouseActivity();
      case CONSOLE_LOG_COUNT -> counts.consoleLogs();
      case CONSOLE_WARN_COUNT -> counts.consoleWarns();
      case CONSOLE_ERROR_COUNT -> counts.consoleErrors();
      case ACTIVITY_SCORE -> score(recording, counts);
    };
  }

  private static double score(Recording recording, Facts.Counts counts) {
    double console = counts.consoleLogs() + counts.consoleWarns() + counts.consoleErrors();
    double whole = counts.mouseActivity() + DURATION.of(recording) + console;
    double part =
        ACTIVE_SECONDS.of(recording)
            + counts.clicks()
            + counts.keypresses()
            + counts.consoleErrors();
    return whole == 0 ? 0 : Math.round(part / whole * 100 * 100) / 100.0;
  }
}
