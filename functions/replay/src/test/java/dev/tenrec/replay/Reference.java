package dev.tenrec.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What a recording's summary must say, computed from all of its events at once. */
record Reference(List<Sent> events) {
  long activeMilliseconds() {
    List<Sent> sorted = new ArrayList<>(events);
    sorted.sort(Comparator.comparingLong(Sent::timestamp));
    record Segment(boolean active, List<Long> times, List<Long> activeTimes) {}
    List<Segment> segments = new ArrayList<>();
    for (Sent event : sorted) {
      boolean active =
          event.type() == 3 && Set.of(1, 2, 3, 4, 5, 6, 7, 12).contains(event.source());
      Segment current = segments.isEmpty() ? null : segments.getLast();
      if (current == null
          || (active && !current.active())
          || (current.active() && event.timestamp() - current.activeTimes().getLast() > 5000)) {
        current = new Segment(active, new ArrayList<>(), new ArrayList<>());
        segments.add(current);
      }
      current.times().add(event.timestamp());
      if (active) {
        current.activeTimes().add(event.timestamp());
      }
    }
    return segments.stream()
        .filter(Segment::active)
        .mapToLong(segment -> Math.max(1, segment.times().getLast() - segment.times().getFirst()))
        .sum();
  }

  long clicks() {
    return events.stream()
        .filter(event -> event.type() == 3 && event.source() == 2)
        .filter(event -> Set.of(2, 3, 4, 9).contains(event.interaction()))
        .count();
  }

  long keypresses() {
    return events.stream().filter(event -> event.type() == 3 && event.source() == 5).count();
  }

  long mouseActivity() {
    return events.stream()
        .filter(event -> event.type() == 3 && Set.of(1, 2, 6).contains(event.source()))
        .count();
  }

  long console(String level) {
    return events.stream()
        .filter(event -> event.type() == 6 && event.level().equals(level))
        .count();
  }

  long start() {
    return events.stream().mapToLong(Sent::timestamp).min().orElseThrow();
  }

  long end() {
    return events.stream().mapToLong(Sent::timestamp).max().orElseThrow();
  }

  List<String> urls() {
    return events.stream()
        .filter(event -> event.type() == 4 || event.type() == 5)
        .sorted(Comparator.comparingLong(Sent::timestamp).thenComparing(Sent::href))
        .map(Sent::href)
        .distinct()
        .limit(25)
        .toList();
  }
}
