package dev.tenrec.stores.persons;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The last stream position of each distinct id whose changes a person already holds. A record that
 * comes again is recognised by it and changes nothing: an older value never comes back.
 *
 * <p>Holds the {@value #LIMIT} latest positions, which is more than one write ever adds.
 *
 * @param positions by the id that the distinct id's own person has or would have
 */
public record Applied(Map<UUID, StreamPosition> positions) {
  static final int LIMIT = 128;
  private static final Applied NOTHING = new Applied(Map.of());

  public Applied {
    positions = Map.copyOf(positions);
  }

  /** Nothing yet. */
  public static Applied nothing() {
    return NOTHING;
  }

  /** Whether the changes of the event at that position are in the person. */
  public boolean reached(PersonKey distinctId, StreamPosition position) {
    StreamPosition last = positions.get(distinctId.id());
    return last != null && last.compareTo(position) >= 0;
  }

  /** With all changes of the distinct id up to that position. */
  public Applied with(PersonKey distinctId, StreamPosition position) {
    return reached(distinctId, position) ? this : plus(Map.of(distinctId.id(), position));
  }

  /** What two persons hold together. */
  public Applied plus(Applied other) {
    return plus(other.positions);
  }

  private Applied plus(Map<UUID, StreamPosition> more) {
    Map<UUID, StreamPosition> union = new HashMap<>(positions);
    more.forEach(
        (id, position) -> union.merge(id, position, (a, b) -> a.compareTo(b) >= 0 ? a : b));
    while (union.size() > LIMIT) {
      union.remove(
          union.entrySet().stream()
              .min(Map.Entry.comparingByValue(Comparator.naturalOrder()))
              .orElseThrow()
              .getKey());
    }
    return new Applied(union);
  }
}
