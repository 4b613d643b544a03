package dev.tenrec.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.recordings.Facts;
import dev.tenrec.recordings.Recording;
import dev.tenrec.stores.persons.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A recording in PostHog's shape. */
final class RecordingJson {
  private static final Duration ONGOING = Duration.ofMinutes(5);

  private RecordingJson() {}

  static ObjectNode of(Recording recording, Optional<Person> person, Instant now) {
    Facts facts = recording.facts();
    Facts.Counts counts = facts.counts();
    double duration = (facts.end() - facts.start()) / 1000.0;
    double active = recording.activity().milliseconds() / 1000.0;
    Instant end = Instant.ofEpochMilli(facts.end());
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("id", recording.key().session());
    body.put("distinct_id", facts.sender().distinctId());
    body.put("viewed", false).putArray("viewers");
    body.put("recording_duration", Math.round(duration));
    body.put("active_seconds", active);
    body.put("inactive_seconds", Math.max(0, duration - active));
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
    body.set("person", person.map(RecordingJson::person).orElse(null));
    body.put("storage", "object_storage_v2");
    body.put("snapshot_source", facts.sender().source());
    body.put("snapshot_library", facts.sender().library());
    body.put("size", counts.bytes());
    body.put("event_count", counts.events());
    body.put("ongoing", end.isAfter(now.minus(ONGOING)));
    body.put("activity_score", score(counts, active, duration));
    return body;
  }

  private static double score(Facts.Counts counts, double active, double duration) {
    double console = counts.consoleLogs() + counts.consoleWarns() + counts.consoleErrors();
    double whole = counts.mouseActivity() + duration + console;
    double part = active + counts.clicks() + counts.keypresses() + counts.consoleErrors();
    return whole == 0 ? 0 : Math.round(part / whole * 100 * 100) / 100.0;
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
