package dev.tenrec.errors;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.GroupedExceptions;
import dev.tenrec.events.InternalEvents;
import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.stores.issues.Issue;
import dev.tenrec.stores.issues.Issues;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells workflows that an issue is new or open again. The id of such an event is computed from what
 * it is about, so that a redelivery tells the same.
 */
final class IssueNews {
  private IssueNews() {}

  static Optional<InternalEvents> of(ProcessedEvent exception, Issues.Seen seen) {
    return switch (seen.change()) {
      case NONE -> Optional.empty();
      case CREATED -> Optional.of(news("$error_tracking_issue_created", exception, seen.issue()));
      case REOPENED -> Optional.of(news("$error_tracking_issue_reopened", exception, seen.issue()));
    };
  }

  private static InternalEvents news(String name, ProcessedEvent exception, Issue issue) {
    String id = issue.id().toString();
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    properties.put("issue_id", id).put("name", issue.name());
    properties.put("description", issue.description()).put("status", issue.status().wireName());
    properties.set("fingerprint", exception.properties().path(GroupedExceptions.FINGERPRINT));
    properties.put("exception_timestamp", exception.timestamp().toString());
    ProcessedEvent event =
        new ProcessedEvent(
            uuid(name + "/" + exception.uuid()),
            name,
            id,
            uuid(issue.project() + "/" + id),
            exception.timestamp(),
            exception.createdAt(),
            ProcessedEvent.PersonMode.PROPERTYLESS,
            "",
            properties,
            JsonNodeFactory.instance.objectNode());
    return new InternalEvents(issue.project(), id, List.of(event));
  }

  private static UUID uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
  }
}
