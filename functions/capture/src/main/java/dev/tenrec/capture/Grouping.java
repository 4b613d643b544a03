package dev.tenrec.capture;

import dev.tenrec.events.CapturedEvent;
import dev.tenrec.events.CapturedEvents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the events of a request by distinct id, so that each person's travel in one record. */
final class Grouping {
  // Marks events that a server of the project's owner sent on a user's behalf.
  private static final String INTERNAL = "capture_internal";
  private static final String INTERNAL_IP = "127.0.0.1";

  private Grouping() {}

  /** Envelopes in the order in which their first event was sent. */
  static List<CapturedEvents> group(
      List<CapturedEvent> events, long project, boolean historical, Intake.Sender sender) {
    Map<Key, List<CapturedEvent>> groups = new LinkedHashMap<>();
    for (CapturedEvent event : events) {
      String ip = event.properties().has(INTERNAL) ? INTERNAL_IP : sender.ip();
      groups.computeIfAbsent(new Key(event.distinctId(), ip), _ -> new ArrayList<>()).add(event);
    }
    return groups.entrySet().stream()
        .map(
            group ->
                new CapturedEvents(
                    project,
                    group.getKey().distinctId(),
                    sender.receivedAt(),
                    group.getKey().ip(),
                    historical,
                    group.getValue()))
        .toList();
  }

  private record Key(String distinctId, String ip) {}
}
