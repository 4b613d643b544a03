package dev.tenrec.events;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Writes one envelope. Fields that all parts of an envelope share are written once. */
final class EnvelopeWriter {
  // Text first, then bytes: the generator for bytes refuses lone surrogates, and one such character
  // must not cost a whole batch.
  private final StringWriter text = new StringWriter(1024);

  byte[] write(Envelope envelope) {
    try (JsonGenerator json = ExactJson.mapper().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("stage", lowerCase(envelope.stage()));
      json.writeStringField("kind", lowerCase(envelope.kind()));
      json.writeNumberField("project", envelope.project());
      switch (envelope) {
        case CapturedEvents captured -> captured(json, captured);
        case CapturedSnapshots snapshots -> snapshots(json, snapshots);
        case ProcessedEvents all -> processed(json, all.distinctId(), all.events());
        case GroupedExceptions all -> processed(json, all.distinctId(), all.events());
        case InternalEvents all -> processed(json, all.distinctId(), all.events());
        case FingerprintMoves moves -> moves(json, moves.moves());
        case ProcessedPersons persons -> persons(json, persons);
        case ProcessedGroups groups -> groups(json, groups.groups());
        case ProcessedRecordings recordings -> recordings(json, recordings.recordings());
        case RejectedData rejected -> rejected(json, rejected);
      }
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new IllegalStateException("An envelope could not be written", impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static void captured(JsonGenerator json, CapturedEvents captured) throws IOException {
    json.writeStringField("distinct_id", captured.distinctId());
    json.writeStringField("received_at", captured.receivedAt().toString());
    json.writeStringField("ip", captured.ip());
    json.writeBooleanField("historical", captured.historical());
    json.writeArrayFieldStart("events");
    for (CapturedEvent event : captured.events()) {
      json.writeStartObject();
      json.writeStringField("uuid", event.uuid().toString());
      json.writeStringField("event", event.event());
      json.writeStringField("timestamp", event.timestamp().toString());
      json.writePOJOField("properties", event.properties());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void snapshots(JsonGenerator json, CapturedSnapshots snapshots)
      throws IOException {
    json.writeStringField("session_id", snapshots.sessionId());
    json.writeStringField("window_id", snapshots.windowId());
    json.writeStringField("distinct_id", snapshots.distinctId());
    json.writeStringField("received_at", snapshots.receivedAt().toString());
    json.writeStringField("source", snapshots.source());
    json.writeStringField("library", snapshots.library());
    json.writeStringField("items", snapshots.items());
  }

  private static void processed(JsonGenerator json, String distinctId, List<ProcessedEvent> events)
      throws IOException {
    json.writeStringField("distinct_id", distinctId);
    json.writeArrayFieldStart("events");
    for (ProcessedEvent event : events) {
      json.writeStartObject();
      json.writeStringField("uuid", event.uuid().toString());
      json.writeStringField("event", event.event());
      json.writeStringField("person_id", event.personId().toString());
      json.writeStringField("timestamp", event.timestamp().toString());
      json.writeStringField("created_at", event.createdAt().toString());
      json.writeStringField("person_mode", lowerCase(event.personMode()));
      json.writeStringField("elements_chain", event.elementsChain());
      json.writePOJOField("properties", event.properties());
      json.writePOJOField("person_properties", event.personProperties());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void persons(JsonGenerator json, ProcessedPersons persons) throws IOException {
    json.writeArrayFieldStart("persons");
    for (PersonVersion person : persons.persons()) {
      json.writeStartObject();
      json.writeStringField("person_id", person.personId().toString());
      json.writeNumberField("version", person.version());
      texts(json, "distinct_ids", person.distinctIds());
      json.writePOJOField("properties", person.properties());
      json.writeBooleanField("identified", person.identified());
      json.writeBooleanField("deleted", person.deleted());
      json.writeStringField("created_at", person.createdAt().toString());
      json.writeStringField("updated_at", person.updatedAt().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("overrides");
    for (PersonOverride override : persons.overrides()) {
      json.writeStartObject();
      json.writeStringField("old_person_id", override.oldPersonId().toString());
      json.writeStringField("person_id", override.personId().toString());
      json.writeNumberField("version", override.version());
      json.writeStringField("merged_at", override.mergedAt().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void groups(JsonGenerator json, List<GroupVersion> groups) throws IOException {
    json.writeArrayFieldStart("groups");
    for (GroupVersion group : groups) {
      json.writeStartObject();
      json.writeNumberField("type_index", group.typeIndex());
      json.writeStringField("type", group.type());
      json.writeStringField("key", group.key());
      json.writeNumberField("version", group.version());
      json.writePOJOField("properties", group.properties());
      json.writeStringField("created_at", group.createdAt().toString());
      json.writeStringField("updated_at", group.updatedAt().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void moves(JsonGenerator json, List<FingerprintMove> moves) throws IOException {
    json.writeArrayFieldStart("moves");
    for (FingerprintMove move : moves) {
      json.writeStartObject();
      json.writeStringField("fingerprint", move.fingerprint());
      json.writeStringField("issue_id", move.issue().toString());
      json.writeNumberField("version", move.version());
      json.writeStringField("moved_at", move.movedAt().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void recordings(JsonGenerator json, List<RecordingVersion> recordings)
      throws IOException {
    json.writeArrayFieldStart("recordings");
    for (RecordingVersion recording : recordings) {
      RecordingVersion.Counts counts = recording.counts();
      json.writeStartObject();
      json.writeStringField("session_id", recording.sessionId());
      json.writeNumberField("version", recording.version());
      json.writeBooleanField("deleted", recording.deleted());
      json.writeStringField("distinct_id", recording.distinctId());
      json.writeStringField("start_time", recording.start().toString());
      json.writeStringField("end_time", recording.end().toString());
      texts(json, "urls", recording.urls());
      json.writeNumberField("click_count", counts.clicks());
      json.writeNumberField("keypress_count", counts.keypresses());
      json.writeNumberField("mouse_activity_count", counts.mouseActivity());
      json.writeNumberField("active_milliseconds", counts.activeMilliseconds());
      json.writeNumberField("console_log_count", counts.consoleLogs());
      json.writeNumberField("console_warn_count", counts.consoleWarns());
      json.writeNumberField("console_error_count", counts.consoleErrors());
      json.writeNumberField("size", counts.size());
      json.writeNumberField("event_count", counts.events());
      json.writeNumberField("message_count", counts.messages());
      json.writeStringField("snapshot_source", recording.source());
      json.writeStringField("snapshot_library", recording.library());
      json.writeNumberField("retention_period_days", recording.retentionDays());
      json.writeStringField("received_at", recording.receivedAt().toString());
      json.writeStringField("updated_at", recording.updatedAt().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void texts(JsonGenerator json, String field, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private static void rejected(JsonGenerator json, RejectedData rejected) throws IOException {
    json.writeStringField("uuid", rejected.uuid().toString());
    json.writeStringField("received_at", rejected.receivedAt().toString());
    json.writeStringField("step", rejected.step());
    json.writeStringField("reason", rejected.reason());
    json.writeStringField("detail", rejected.detail());
    json.writeStringField("token", rejected.token());
    json.writeStringField("distinct_id", rejected.distinctId());
    json.writeStringField("event", rejected.event());
    json.writeStringField("body", rejected.body());
  }
}
