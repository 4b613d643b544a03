package dev.tenrec.errors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.errors.grouping.Fingerprint;
import dev.tenrec.errors.stack.ExceptionChain;
import dev.tenrec.errors.stack.ExceptionEntry;
import dev.tenrec.errors.symbols.FrameResolver;
import dev.tenrec.events.GroupedExceptions;
import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.stores.issues.Issue;
import dev.tenrec.stores.issues.Issues;
import dev.tenrec.stores.issues.Sighting;
import dev.tenrec.stores.table.LostConditionException;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** Resolves an exception, finds what it has in common with others, and gives it its issue. */
public final class Grouping {
  private final FrameResolver resolver;
  private final ExceptionReleases releases;
  private final Issues issues;

  public Grouping(FrameResolver resolver, ExceptionReleases releases, Issues issues) {
    this.resolver = resolver;
    this.releases = releases;
    this.issues = issues;
  }

  Outcome group(long project, ProcessedEvent event) {
    Resolved resolved;
    try {
      Optional<ExceptionChain> chain = ExceptionChain.of(event.properties());
      if (chain.isEmpty()) {
        return new Outcome.Refused(
            "no_exception",
            "$exception_list holds no exception: send a list of at least one object with type,"
                + " value and stacktrace");
      }
      resolved = resolve(project, event.properties().deepCopy(), chain.get());
    } catch (SdkException | LostConditionException comesAgain) {
      throw comesAgain;
    } catch (RuntimeException poison) {
      // It would fail every time, and hold up the exceptions behind it.
      return new Outcome.Refused(
          "unreadable_exception", "The exception could not be read: " + poison);
    }
    Issues.Seen seen = issues.see(sighting(project, event, resolved));
    if (seen.issue().status() == Issue.Status.SUPPRESSED) {
      return new Outcome.Suppressed(seen.issue().id());
    }
    resolved.properties().put(GroupedExceptions.ISSUE, seen.issue().id().toString());
    return new Outcome.Grouped(with(event, resolved.properties()), seen);
  }

  private Resolved resolve(long project, ObjectNode properties, ExceptionChain reported) {
    ExceptionChain chain = resolver.resolve(project, reported);
    Fingerprint fingerprint = Fingerprint.of(properties, chain);
    int sent = properties.path("$exception_list").size();
    if (sent > ExceptionChain.MOST_EXCEPTIONS) {
      properties
          .putArray("$cymbal_errors")
          .add(
              "$exception_list has %d exceptions: the first %d are kept"
                  .formatted(sent, ExceptionChain.MOST_EXCEPTIONS));
    }
    chain.writeTo(properties);
    properties.put(GroupedExceptions.FINGERPRINT, fingerprint.value());
    properties.put("$exception_proposed_fingerprint", fingerprint.value());
    properties.set("$exception_fingerprint_record", fingerprint.record());
    releases.writeTo(properties, project, chain);
    return new Resolved(chain, fingerprint, properties);
  }

  private static Sighting sighting(long project, ProcessedEvent event, Resolved resolved) {
    ExceptionEntry outermost = resolved.chain().exceptions().getFirst();
    return new Sighting(
        project,
        resolved.fingerprint().value(),
        event.uuid(),
        event.properties().path("$issue_name").asText(outermost.type()),
        event.properties().path("$issue_description").asText(outermost.value()),
        event.timestamp());
  }

  private static ProcessedEvent with(ProcessedEvent event, ObjectNode properties) {
    return new ProcessedEvent(
        event.uuid(),
        event.event(),
        event.distinctId(),
        event.personId(),
        event.timestamp(),
        event.createdAt(),
        event.personMode(),
        event.elementsChain(),
        properties,
        event.personProperties());
  }

  private record Resolved(ExceptionChain chain, Fingerprint fingerprint, ObjectNode properties) {}
}
