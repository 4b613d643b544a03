package dev.tenrec.stores.projects;

import static java.util.Objects.requireNonNull;

import dev.tenrec.stores.table.Item;

/**
 * What is captured of those who visit a project's sites.
 *
 * @param anonymizeIps whether client addresses are left out of events
 * @param exceptions whether browsers report exceptions that nobody caught
 * @param recordings what SDKs record of sessions
 */
public record CaptureSettings(
    boolean anonymizeIps, boolean exceptions, RecordingSettings recordings) {
  /** Events with their client addresses, and neither exceptions nor recordings. */
  public static final CaptureSettings DEFAULTS =
      new CaptureSettings(false, false, RecordingSettings.OFF);

  public CaptureSettings {
    requireNonNull(recordings, "recordings is null");
  }

  public CaptureSettings with(RecordingSettings changed) {
    return new CaptureSettings(anonymizeIps, exceptions, changed);
  }

  Item onto(Item project) {
    return recordings.onto(
        project.with("anonymize_ips", anonymizeIps).with("captures_exceptions", exceptions));
  }

  static CaptureSettings from(Item project) {
    return new CaptureSettings(
        project.optionalFlag("anonymize_ips").orElse(DEFAULTS.anonymizeIps),
        project.optionalFlag("captures_exceptions").orElse(DEFAULTS.exceptions),
        RecordingSettings.from(project));
  }
}
