package dev.tenrec.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;

/**
 * What starts a run: an event of one of these names whose filters hold, and those of all.
 *
 * @param events the filters of each event's name
 * @param everyEvent filters that must hold whatever the name
 */
public record Trigger(Map<String, Criteria> events, Criteria everyEvent) {
  public Trigger {
    events = Map.copyOf(events);
  }

  /** Whether an event starts a run. */
  public boolean matches(String event, JsonNode properties, JsonNode person, Instant now) {
    Criteria ofName = events.get(event);
    return ofName != null
        && ofName.hold(properties, person, now)
        && everyEvent.hold(properties, person, now);
  }
}
