package dev.tenrec.ingest.events;

import static java.util.Objects.requireNonNull;

/**
 * Something the owner should know about an event.
 *
 * @param reason a code in snake case
 * @param detail a sentence that names the value and the cure
 */
public record Warning(String reason, String detail) {
  public Warning {
    requireNonNull(reason, "reason is null");
    requireNonNull(detail, "detail is null");
  }
}
