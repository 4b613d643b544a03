package dev.tenrec.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tenrec.events.Envelope.Kind;
import dev.tenrec.events.Envelope.Stage;
import dev.tenrec.events.ProcessedEvent.PersonMode;
import java.util.List;

/** Reads one envelope. */
final class EnvelopeParser {
  private EnvelopeParser() {}

  static Envelope parse(byte[] json) {
    try {
      Fields fields = Fields.of("", ExactJson.read(json));
      return envelope(fields);
    } catch (JsonProcessingException notJson) {
      throw new MalformedEnvelopeException(
          "The envelope is not JSON: " + notJson.getOriginalMessage(), notJson);
    } catch (IllegalArgumentException refused) {
      throw new MalformedEnvelopeException(
          "The envelope breaks a rule: " + refused.getMessage(), refused);
    }
  }

  private static Envelope envelope(Fields fields) {
    Stage stage = fields.choice("stage", Stage.class);
    Kind kind = fields.choice("kind", Kind.class);
    return switch (stage) {
      case CAPTURED ->
          switch (kind) {
            case EVENTS -> captured(fields);
            case SNAPSHOTS -> snapshots(fields);
            case EXCEPTIONS, GROUPED, INTERNAL, PERSONS, GROUPS, ISSUES, RECORDINGS, REJECTED ->
                throw unknownPair(fields);
          };
      case PROCESSED ->
          switch (kind) {
            case EVENTS, EXCEPTIONS ->
                new ProcessedEvents(
                    fields.whole("project"), fields.text("distinct_id"), events(fields));
            case GROUPED ->
                new GroupedExceptions(
                    fields.whole("project"), fields.text("distinct_id"), events(fields));
            case PERSONS -> persons(fields);
            case GROUPS ->
                new ProcessedGroups(
                    fields.whole("project"), fields.each("groups", EnvelopeParser::group));
            case INTERNAL ->
                new InternalEvents(
                    fields.whole("project"), fields.text("distinct_id"), events(fields));
            case ISSUES ->
                new FingerprintMoves(
                    fields.whole("project"), fields.each("moves", EnvelopeParser::move));
            case RECORDINGS ->
                new ProcessedRecordings(
                    fields.whole("project"), fields.each("recordings", EnvelopeParser::recording));
            case REJECTED -> rejected(fields);
            case SNAPSHOTS -> throw unknownPair(fields);
          };
    };
  }

  private static MalformedEnvelopeException unknownPair(Fields fields) {
    return new MalformedEnvelopeException(
        "/kind is \""
            + fields.text("kind")
            + "\", which no "
            + fields.text("stage")
            + " envelope carries");
  }

  private static CapturedEvents captured(Fields fields) {
    String distinctId = fields.text("distinct_id");
    return new CapturedEvents(
        fields.whole("project"),
        distinctId,
        fields.instant("received_at"),
        fields.text("ip"),
        fields.bool("historical"),
        fields.each(
            "events",
            event ->
                new CapturedEvent(
                    event.uuid("uuid"),
                    event.text("event"),
                    distinctId,
                    event.instant("timestamp"),
                    event.object("properties"))));
  }

  private static CapturedSnapshots snapshots(Fields fields) {
    return new CapturedSnapshots(
        fields.whole("project"),
        fields.text("session_id"),
        fields.text("window_id"),
        fields.text("distinct_id"),
        fields.instant("received_at"),
        fields.text("source"),
        fields.text("library"),
        fields.text("items"));
  }

  private static List<ProcessedEvent> events(Fields fields) {
    String distinctId = fields.text("distinct_id");
    return fields.each(
        "events",
        event ->
            new ProcessedEvent(
                event.uuid("uuid"),
                event.text("event"),
                distinctId,
                event.uuid("person_id"),
                event.instant("timestamp"),
                event.instant("created_at"),
                event.choice("person_mode", PersonMode.class),
                event.text("elements_chain"),
                event.object("properties"),
                event.object("person_properties")));
  }

  private static FingerprintMove move(Fields move) {
    return new FingerprintMove(
        move.text("fingerprint"),
        move.uuid("issue_id"),
        move.whole("version"),
        move.instant("moved_at"));
  }

  private static ProcessedPersons persons(Fields fields) {
    return new ProcessedPersons(
        fields.whole("project"),
        fields.each(
            "persons",
            person ->
                new PersonVersion(
                    person.uuid("person_id"),
                    person.whole("version"),
                    person.texts("distinct_ids"),
                    person.object("properties"),
                    person.bool("identified"),
                    person.bool("deleted"),
                    person.instant("created_at"),
                    person.instant("updated_at"))),
        fields.each(
            "overrides",
            override ->
                new PersonOverride(
                    override.uuid("old_person_id"),
                    override.uuid("person_id"),
                    override.whole("version"),
                    override.instant("merged_at"))));
  }

  private static GroupVersion group(Fields group) {
    return new GroupVersion(
        group.small("type_index"),
        group.text("type"),
        group.text("key"),
        group.whole("version"),
        group.object("properties"),
        group.instant("created_at"),
        group.instant("updated_at"));
  }

  private static RecordingVersion recording(Fields recording) {
    return new RecordingVersion(
        recording.text("session_id"),
        recording.whole("version"),
        recording.bool("deleted"),
        recording.text("distinct_id"),
        recording.instant("start_time"),
        recording.instant("end_time"),
        recording.texts("urls"),
        new RecordingVersion.Counts(
            recording.whole("click_count"),
            recording.whole("keypress_count"),
            recording.whole("mouse_activity_count"),
            recording.whole("active_milliseconds"),
            recording.whole("console_log_count"),
            recording.whole("console_warn_count"),
            recording.whole("console_error_count"),
            recording.whole("size"),
            recording.whole("event_count"),
            recording.whole("message_count")),
        recording.text("snapshot_source"),
        recording.text("snapshot_library"),
        recording.small("retention_period_days"),
        recording.instant("received_at"),
        recording.instant("updated_at"));
  }

  private static RejectedData rejected(Fields fields) {
    return new RejectedData(
        fields.whole("project"),
        fields.uuid("uuid"),
        fields.instant("received_at"),
        fields.text("step"),
        fields.text("reason"),
        fields.text("detail"),
        fields.text("token"),
        fields.text("distinct_id"),
        fields.text("event"),
        fields.text("body"));
  }
}
