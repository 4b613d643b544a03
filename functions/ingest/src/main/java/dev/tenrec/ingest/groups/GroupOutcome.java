package dev.tenrec.ingest.groups;

import dev.tenrec.ingest.events.Warning;
import java.util.List;
import java.util.Map;

/**
 * What a batch has to say about one event's groups.
 *
 * @param keys the groups it belongs to by the index of their type
 * @param warnings what could not be done
 */
public record GroupOutcome(Map<Integer, String> keys, List<Warning> warnings) {
  static final GroupOutcome NONE = new GroupOutcome(Map.of(), List.of());

  public GroupOutcome {
    keys = Map.copyOf(keys);
    warnings = List.copyOf(warnings);
  }
}
