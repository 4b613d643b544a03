package dev.tenrec.infra.settings;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * How long what is not the lake itself is kept. The lake keeps everything.
 *
 * @param streamHours how long a stream keeps a record, 24 hours to 365 days; more than 24 hours
 *     costs extra
 * @param claimDays how long the bodies of records too large for a stream are kept; longer than the
 *     stream keeps the record that points to them
 * @param resultDays how long a query result too large for an answer can be fetched
 * @param logDays how long function logs are kept
 */
public record Retention(int streamHours, int claimDays, int resultDays, int logDays) {
  private static final NavigableSet<Integer> LOG_DAYS =
      new TreeSet<>(
          List.of(
              1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
              2922, 3288, 3653));

  /** A day in the stream, two weeks of claim-checked bodies, a month of logs. */
  public static final Retention DEFAULTS = new Retention(24, 14, 1, 30);

  public Retention {
    if (streamHours < 24 || streamHours > 8760) {
      throw new SettingsException(
          "retention.streamHours is %d: Kinesis keeps records for 24 to 8760 hours"
              .formatted(streamHours));
    }
    if (claimDays * 24 <= streamHours) {
      throw new SettingsException(
          "retention.claimDays is %d, which is not longer than retention.streamHours (%d): a record could outlive the body it points to; choose at least %d days"
              .formatted(claimDays, streamHours, streamHours / 24 + 1));
    }
    if (resultDays < 1 || resultDays > 30) {
      throw new SettingsException(
          "retention.resultDays is %d: choose 1 to 30 days".formatted(resultDays));
    }
    if (!LOG_DAYS.contains(logDays)) {
      throw new SettingsException(
          "retention.logDays is %d: CloudWatch Logs knows only %s days"
              .formatted(logDays, LOG_DAYS));
    }
  }
}
