package dev.tenrec.ingest.persons;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.ProcessedEvent.PersonMode;
import dev.tenrec.ingest.events.Warning;
import java.util.List;
import java.util.UUID;

/** What a batch has to say about one event's person. */
public sealed interface PersonOutcome {
  /**
   * The event has a person.
   *
   * @param personId the person it belongs to
   * @param mode how its profile is kept
   * @param personProperties the person's properties with the event's own changes
   * @param warnings what could not be done
   */
  record Known(UUID personId, PersonMode mode, ObjectNode personProperties, List<Warning> warnings)
      implements PersonOutcome {
    public Known {
      requireNonNull(personId, "personId is null");
      requireNonNull(mode, "mode is null");
      requireNonNull(personProperties, "personProperties is null");
      warnings = List.copyOf(warnings);
    }
  }

  /** The event could not be worked out and is not stored as one. */
  record Refused(Warning reason) implements PersonOutcome {
    public Refused {
      requireNonNull(reason, "reason is null");
    }
  }
}
