package dev.tenrec.demo.shop;

import java.time.Instant;
import java.util.List;

/**
 * One visit.
 *
 * @param visitor who came
 * @param start when
 * @param events what happened, in order
 */
public record Visit(String visitor, Instant start, List<DemoEvent> events) {
  public Visit {
    events = List.copyOf(events);
  }
}
