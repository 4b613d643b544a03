package dev.tenrec.cloud.schedules;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.function.Function;

/**
 * Something that happens at times.
 *
 * @param id unique and the same at every start
 * @param function the function that is called
 * @param retries how often a call that failed is made again
 * @param event what it is called with, at the time it was planned for
 */
public record Schedule(
    String id, Timetable timetable, String function, int retries, Function<Instant, byte[]> event) {
  public Schedule {
    requireNonNull(id, "id is null");
    requireNonNull(timetable, "timetable is null");
    requireNonNull(function, "function is null");
    requireNonNull(event, "event is null");
  }
}
