package dev.tenrec.recordings;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;

/**
 * One rrweb event and what it says about its recording.
 *
 * @param timestamp milliseconds since 1970 by the client's clock
 * @param traits what kind of event it is
 * @param url the page it names, 1 character or more
 * @param line the event as a line of a block, {@code [windowId, event]}, without a line break
 */
public record RecordedEvent(long timestamp, Set<Trait> traits, Optional<String> url, String line) {
  public RecordedEvent {
    requireNonNull(url, "url is null");
    requireNonNull(line, "line is null");
    traits = Set.copyOf(traits);
  }

  /** What is counted. */
  public enum Trait {
    /** Somebody was there. */
    ACTIVE,
    /** A click, a double click, a tap or a context menu. */
    CLICK,
    /** Something was typed. */
    KEYPRESS,
    /** The mouse or a finger did something. */
    MOUSE,
    /** The page wrote to the console. */
    CONSOLE_LOG,
    /** The page warned on the console. */
    CONSOLE_WARN,
    /** The page reported an error on the console. */
    CONSOLE_ERROR
  }
}
