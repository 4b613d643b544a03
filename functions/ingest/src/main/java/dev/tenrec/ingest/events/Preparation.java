package dev.tenrec.ingest.events;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What became of a captured event. */
public sealed interface Preparation {
  /**
   * The event goes on.
   *
   * @param warnings what is odd about it all the same
   */
  record Accepted(PreparedEvent event, List<Warning> warnings) implements Preparation {
    public Accepted {
      requireNonNull(event, "event is null");
      warnings = List.copyOf(warnings);
    }
  }

  /** The event is not stored as one. */
  record Dropped(Warning reason) implements Preparation {
    public Dropped {
      requireNonNull(reason, "reason is null");
    }
  }
}
