package dev.tenrec.api.recordings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.recordings.Facts;
import dev.tenrec.recordings.Recording;
import dev.tenrec.stores.persons.Person;
import dev.tenrec.stores.persons.PersonKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A recording in PostHog's shape. */
final class RecordingJson {
  private static final Duration ONGOING = Duration.ofMinutes(5);

  private RecordingJson() {}

  static ObjectNode of(Recording recording, Optional<Person> person, boolean watched, Instant now) {
    Facts facts = recording.facts();
    Facts.Counts counts = facts.counts();
    Instant end = Instant.ofEpochMilli(facts.end());
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("id", recording.key().session());
    body.put("distinct_id", facts.sender().distinctId());
    body.put("viewed", watched).putArray("viewers");
    body.put("recording_duration", Math.round(RecordingMeasure.DURATION.of(recording)));
    body.put("active_seconds", RecordingMeasure.ACTIVE_SECONDS.of(recording));
    body.put("inactive_seconds", RecordingMeasure.INACTIVE_SECONDS.of(recording));
    body.put("start_time", Instant.ofEpochMilli(facts.start()).toString());
    body.put("end_time", end.toString());
    body.put("click_count", counts.clicks());
    body.put("keypress_count", counts.keypresses());
    body.put("mouse_activity_count", counts.mouseActivity());
    body.put("console_log_count", counts.consoleLogs());
    body.put("console_warn_count", counts.consoleWarns());
    body.put("console_error_count", counts.consoleErrors());
    body.put("start_url", facts.urls().keySet().stream().findFirst().orElse(null));
    var urls = body.putArray("urls");
    facts.urls().keySet().forEach(urls::add);
    body.set(
        "person", person.map(RecordingJson::person).orElseGet(() -> withoutProfile(recording)));
    body.put("storage", "object_storage_v2");
    body.put("snapshot_source", facts.sender().source());
    body.put("snapshot_library", facts.sender().library());
    body.put("size", counts.bytes());
    body.put("event_count", counts.events());
    body.put("ongoing", isOngoing(recording, now));
    body.put("activity_score", RecordingMeasure.ACTIVITY_SCORE.of(recording));
    return body;
  }

  /** Whether more of it may still come. */
  static boolean isOngoing(Recording recording, Instant now) {
    return Instant.ofEpochMilli(recording.facts().end()).isAfter(now.minus(ONGOING));
  }

  // Named by the id that a profile would have, as the events of the session are.
  private static ObjectNode withoutProfile(Recording recording) {
    String distinctId = recording.facts().sender().distinctId();
    String id = PersonKey.of(recording.key().project(), distinctId).id().toString();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("id", id).put("uuid", id).putArray("distinct_ids").add(distinctId);
    body.putObject("properties");
    return body;
  }

  private static ObjectNode person(Person person) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("id", person.key().id().toString()).put("uuid", person.key().id().toString());
    var ids = body.putArray("distinct_ids");
    person.distinctIds().known().forEach(ids::add);
    body.set("properties", person.properties().deepCopy());
    body.put("created_at", person.createdAt().toString());
    return body;
  }
}
