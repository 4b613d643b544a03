package dev.tenrec.recordings;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of some of a recording's events. Facts of several parts add up to the facts of the
 * whole, in whatever way and order it was divided.
 *
 * @param start the earliest event, in milliseconds since 1970
 * @param end the latest event
 * @param counts how much of what there was
 * @param urls the first {@value #MOST_URLS} pages by the time they were first seen, with that time
 * @param sender who sent the latest part
 * @param distinctIds whom the session belonged to, at most {@value #MOST_DISTINCT_IDS}
 */
public record Facts(
    long start,
    long end,
    Counts counts,
    Map<String, Long> urls,
    Sender sender,
    SortedSet<String> distinctIds) {
  /** As many pages as are remembered. */
  public static final int MOST_URLS = 25;

  /** As many distinct ids as are remembered. */
  public static final int MOST_DISTINCT_IDS = 20;

  private static final Comparator<Map.Entry<String, Long>> BY_TIME =
      Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey());

  public Facts {
    requireNonNull(counts, "counts is null");
    requireNonNull(sender, "sender is null");
    if (end < start) {
      throw new IllegalArgumentException("end is %d, before start %d".formatted(end, start));
    }
    urls = firstSeen(urls.entrySet().stream());
    distinctIds =
        distinctIds.stream()
            .sorted()
            .limit(MOST_DISTINCT_IDS)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The facts of both parts together. */
  public Facts plus(Facts other) {
    SortedSet<String> ids = new TreeSet<>(distinctIds);
    ids.addAll(other.distinctIds);
    return new Facts(
        Math.min(start, other.start),
        Math.max(end, other.end),
        counts.plus(other.counts),
        firstSeen(
            Stream.concat(urls.entrySet().stream(), other.urls.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Math::min))
                .entrySet()
                .stream()),
        Sender.LATEST.compare(sender, other.sender) >= 0 ? sender : other.sender,
        ids);
  }

  private static Map<String, Long> firstSeen(Stream<Map.Entry<String, Long>> urls) {
    Map<String, Long> first = new LinkedHashMap<>();
    urls.sorted(BY_TIME).limit(MOST_URLS).forEach(url -> first.put(url.getKey(), url.getValue()));
    return first;
  }

  /**
   * How much of what there was.
   *
   * @param events rrweb events
   * @param pieces requests that carried them
   * @param bytes the size of their lines
   */
  public record Counts(
      long events,
      long pieces,
      long bytes,
      long clicks,
      long keypresses,
      long mouseActivity,
      long consoleLogs,
      long consoleWarns,
      long consoleErrors) {
    Counts plus(Counts other) {
      return new Counts(
          events + other.events,
          pieces + other.pieces,
          bytes + other.bytes,
          clicks + other.clicks,
          keypresses + other.keypresses,
          mouseActivity + other.mouseActivity,
          consoleLogs + other.consoleLogs,
          consoleWarns + other.consoleWarns,
          consoleErrors + other.consoleErrors);
    }
  }

  /**
   * Who sent a part.
   *
   * @param at the latest event of the part
   * @param distinctId who was recorded
   * @param source {@code web} or {@code mobile}
   * @param library the SDK's name
   */
  public record Sender(long at, String distinctId, String source, String library) {
    static final Comparator<Sender> LATEST =
        Comparator.comparingLong(Sender::at)
            .thenComparing(Sender::distinctId)
            .thenComparing(Sender::source)
            .thenComparing(Sender::library);

    public Sender {
      requireNonNull(distinctId, "distinctId is null");
      requireNonNull(source, "source is null");
      requireNonNull(library, "library is null");
    }
  }
}
