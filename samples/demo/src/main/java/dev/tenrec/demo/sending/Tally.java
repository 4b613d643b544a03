package dev.tenrec.demo.sending;

import dev.tenrec.demo.shop.DemoEvent;
import dev.tenrec.demo.shop.Visit;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what was sent. Safe for use by several threads. */
public final class Tally {
  private final Map<String, Long> events = new TreeMap<>();
  private final Set<String> visitors = new HashSet<>();
  private long total;
  private long visits;
  private BigDecimal revenue = BigDecimal.ZERO;

  /** Counts a visit. */
  public synchronized void visit(Visit visit) {
    visits++;
    visitors.add(visit.visitor());
  }

  /** Counts an event. */
  public synchronized void event(DemoEvent event) {
    total++;
    events.merge(event.name(), 1L, Long::sum);
    if (event.properties().has("revenue")) {
      revenue = revenue.add(BigDecimal.valueOf(event.properties().get("revenue").asDouble()));
    }
  }

  public synchronized long total() {
    return total;
  }

  public synchronized long visits() {
    return visits;
  }

  public synchronized int visitors() {
    return visitors.size();
  }

  public synchronized BigDecimal revenue() {
    return revenue;
  }

  /** How many events there were of each name. */
  public synchronized Map<String, Long> events() {
    return Map.copyOf(events);
  }
}
