package dev.tenrec.errors;

import static java.util.Objects.requireNonNull;

import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.stores.issues.Issues;
import java.util.UUID;

/** What became of an exception. */
sealed interface Outcome {
  /**
   * It has an issue.
   *
   * @param event the exception, resolved and with its issue
   * @param seen its issue, and what it did to it
   */
  record Grouped(ProcessedEvent event, Issues.Seen seen) implements Outcome {
    public Grouped {
      requireNonNull(event, "event is null");
      requireNonNull(seen, "seen is null");
    }
  }

  /** Its issue is suppressed, so nobody wants it. */
  record Suppressed(UUID issue) implements Outcome {
    public Suppressed {
      requireNonNull(issue, "issue is null");
    }
  }

  /**
   * It cannot be read.
   *
   * @param reason a code in snake case
   * @param detail a sentence that names the value and the cure
   */
  record Refused(String reason, String detail) implements Outcome {
    public Refused {
      requireNonNull(reason, "reason is null");
      requireNonNull(detail, "detail is null");
    }
  }
}
