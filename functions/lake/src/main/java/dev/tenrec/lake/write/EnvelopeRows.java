package dev.tenrec.lake.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenrec.events.CapturedEvents;
import dev.tenrec.events.CapturedSnapshots;
import dev.tenrec.events.Envelope;
import dev.tenrec.events.EnvelopeCodec;
import dev.tenrec.events.ExactJson;
import dev.tenrec.events.FingerprintMove;
import dev.tenrec.events.FingerprintMoves;
import dev.tenrec.events.GroupVersion;
import dev.tenrec.events.GroupedExceptions;
import dev.tenrec.events.InternalEvents;
import dev.tenrec.events.PersonOverride;
import dev.tenrec.events.PersonVersion;
import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.events.ProcessedEvents;
import dev.tenrec.events.ProcessedGroups;
import dev.tenrec.events.ProcessedPersons;
import dev.tenrec.events.ProcessedRecordings;
import dev.tenrec.events.RecordingVersion;
import dev.tenrec.events.RejectedData;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.Micros;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * The rows of an envelope, in the order of their table's columns.
 *
 * @param arrival when the stream accepted the envelope
 * @param rows takes the rows
 */
record EnvelopeRows(Instant arrival, BiConsumer<LakeTable, Object[]> rows) {

  void add(Envelope envelope) {
    switch (envelope) {
      case ProcessedEvents events -> {
        for (ProcessedEvent event : events.events()) {
          if (fits(event)) {
            rows.accept(LakeTable.EVENTS, EventRow.of(events.project(), event));
          } else {
            reject(
                events.project(),
                event,
                new ProcessedEvents(events.project(), events.distinctId(), List.of(event)));
          }
        }
      }
      case GroupedExceptions exceptions -> {
        for (ProcessedEvent event : exceptions.events()) {
          if (fits(event)) {
            rows.accept(LakeTable.EVENTS, EventRow.of(exceptions.project(), event));
            rows.accept(LakeTable.EXCEPTIONS, ExceptionRow.of(exceptions.project(), event));
          } else {
            reject(
                exceptions.project(),
                event,
                new GroupedExceptions(
                    exceptions.project(), exceptions.distinctId(), List.of(event)));
          }
        }
      }
      case ProcessedPersons persons -> {
        for (PersonVersion version : persons.persons()) {
          rows.accept(LakeTable.PERSON_VERSIONS, row(persons.project(), version));
        }
        for (PersonOverride override : persons.overrides()) {
          rows.accept(LakeTable.PERSON_OVERRIDES, row(persons.project(), override));
        }
      }
      case ProcessedGroups groups -> {
        for (GroupVersion group : groups.groups()) {
          rows.accept(LakeTable.GROUPS, row(groups.project(), group));
        }
      }
      case FingerprintMoves moves -> {
        for (FingerprintMove move : moves.moves()) {
          rows.accept(LakeTable.ISSUE_OVERRIDES, row(moves.project(), move));
        }
      }
      case ProcessedRecordings recordings -> {
        for (RecordingVersion recording : recordings.recordings()) {
          rows.accept(
              LakeTable.SESSION_REPLAY_EVENTS, RecordingRow.of(recordings.project(), recording));
        }
      }
      case RejectedData rejected -> rows.accept(LakeTable.REJECTED, row(rejected));
      case InternalEvents _ -> {
        // Not an event of the project's.
      }
      case CapturedEvents _, CapturedSnapshots _ -> {
        // Not yet processed: events come again when they are, recordings are for replay.
      }
    }
  }

  private static boolean fits(ProcessedEvent event) {
    return Micros.holds(event.timestamp()) && Micros.holds(event.createdAt());
  }

  private void reject(long project, ProcessedEvent event, Envelope alone) {
    RejectedData rejected =
        new RejectedData(
            project,
            UUID.nameUUIDFromBytes((project + "/" + event.uuid()).getBytes(UTF_8)),
            arrival,
            "lake",
            "timestamp_out_of_range",
            "timestamp is "
                + event.timestamp()
                + ": the lake holds the years 1 to 9999, so send the event with its real time",
            "",
            event.distinctId(),
            event.event(),
            new String(EnvelopeCodec.write(alone), UTF_8));
    rows.accept(LakeTable.REJECTED, row(rejected));
  }

  private static Object[] row(long project, PersonVersion person) {
    return new Object[] {
      project,
      person.personId().toString(),
      person.version(),
      person.distinctIds(),
      ExactJson.writeBytes(person.properties()),
      person.identified(),
      person.deleted(),
      Micros.of(person.createdAt()),
      Micros.of(person.updatedAt())
    };
  }

  private static Object[] row(long project, PersonOverride override) {
    return new Object[] {
      project,
      override.oldPersonId().toString(),
      override.personId().toString(),
      override.version(),
      Micros.of(override.mergedAt())
    };
  }

  private static Object[] row(long project, GroupVersion group) {
    return new Object[] {
      project,
      group.typeIndex(),
      group.type(),
      group.key(),
      group.version(),
      ExactJson.writeBytes(group.properties()),
      Micros.of(group.createdAt()),
      Micros.of(group.updatedAt())
    };
  }

  private static Object[] row(long project, FingerprintMove move) {
    return new Object[] {
      project,
      move.fingerprint(),
      move.issue().toString(),
      move.version(),
      Micros.of(move.movedAt())
    };
  }

  private static Object[] row(RejectedData rejected) {
    return new Object[] {
      rejected.project(),
      rejected.uuid().toString(),
      Micros.of(rejected.receivedAt()),
      rejected.step(),
      rejected.reason(),
      rejected.detail(),
      orNull(rejected.token()),
      orNull(rejected.distinctId()),
      orNull(rejected.event()),
      rejected.body()
    };
  }

  private static Object orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
