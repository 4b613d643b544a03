package dev.tenrec.lake.write;

import dev.tenrec.events.RecordingVersion;
import dev.tenrec.lake.Micros;
import java.time.Duration;

/** A version of a recording as a row of the table of recordings. */
final class RecordingRow {
  private RecordingRow() {}

  static Object[] of(long project, RecordingVersion recording) {
    RecordingVersion.Counts counts = recording.counts();
    return new Object[] {
      project,
      recording.sessionId(),
      recording.version(),
      recording.deleted(),
      recording.distinctId(),
      Micros.of(recording.start()),
      Micros.of(recording.end()),
      recording.urls().isEmpty() ? null : recording.urls().getFirst(),
      recording.urls(),
      counts.clicks(),
      counts.keypresses(),
      counts.mouseActivity(),
      counts.activeMilliseconds(),
      counts.consoleLogs(),
      counts.consoleWarns(),
      counts.consoleErrors(),
      counts.size(),
      counts.events(),
      counts.messages(),
      recording.source(),
      recording.library(),
      recording.retentionDays(),
      Micros.of(recording.updatedAt().plus(Duration.ofDays(recording.retentionDays()))),
      Micros.of(recording.receivedAt()),
      Micros.of(recording.updatedAt())
    };
  }
}
