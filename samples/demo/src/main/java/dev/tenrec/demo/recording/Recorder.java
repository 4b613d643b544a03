package dev.tenrec.demo.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.demo.shop.Chance;
import dev.tenrec.demo.shop.DemoEvent;
import dev.tenrec.demo.shop.Product;
import dev.tenrec.demo.shop.Visit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Records some of the visits of the last days: more of those in which something broke or was
 * bought, and only visits that are over.
 *
 * @param now when it is asked
 */
public record Recorder(Instant now) {
  // Lists show the last three days where nobody asks for more, and servers refuse what is older
  // than seven.
  private static final Duration OLDEST = Duration.ofDays(4);
  private static final Duration OVER = Duration.ofMinutes(30);
  private static final String CSS = css();

  /** Whether there is a recording of a visit. */
  public boolean records(Visit visit) {
    List<DemoEvent> events = visit.events();
    boolean whole = events.getFirst().name().equals("$pageview");
    boolean inTime =
        visit.start().isAfter(now.minus(OLDEST))
            && events.getLast().timestamp().isBefore(now.minus(OVER));
    if (!whole || !inTime || pages(events) < 2) {
      return false;
    }
    double share = has(visit, "$exception") ? 0.6 : has(visit, "purchase completed") ? 0.5 : 0.06;
    return Chance.of(session(visit).getLeastSignificantBits()).happens(share);
  }

  /** The recording of a visit. */
  public Recording record(Visit visit) {
    Chance chance = Chance.of(session(visit).getLeastSignificantBits(), 1);
    List<Product> cart = new ArrayList<>();
    List<List<ObjectNode>> pieces = new ArrayList<>();
    for (List<DemoEvent> page : byPage(visit.events())) {
      pieces.add(new PageVisit(page, cart, chance).record(CSS));
    }
    ObjectNode first = visit.events().getFirst().properties();
    return new Recording(
        first.path("$session_id").asText(),
        first.path("$window_id").asText(),
        visit.events().getLast().distinctId(),
        first.path("$lib_version").asText(),
        pieces);
  }

  private static List<List<DemoEvent>> byPage(List<DemoEvent> events) {
    List<List<DemoEvent>> pages = new ArrayList<>();
    for (DemoEvent event : events) {
      if (event.name().equals("$pageview")) {
        pages.add(new ArrayList<>());
      }
      pages.getLast().add(event);
    }
    return pages;
  }

  private static long pages(List<DemoEvent> events) {
    return events.stream().filter(event -> event.name().equals("$pageview")).count();
  }

  private static boolean has(Visit visit, String name) {
    return visit.events().stream().anyMatch(event -> event.name().equals(name));
  }

  private static UUID session(Visit visit) {
    return UUID.fromString(visit.events().getFirst().properties().path("$session_id").asText());
  }

  private static String css() {
    try (InputStream file = Recorder.class.getResourceAsStream("shop.css")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException("The shop's styles are not in the jar", missing);
    }
  }
}
