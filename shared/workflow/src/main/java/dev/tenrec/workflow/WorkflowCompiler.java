package dev.tenrec.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.workflow.template.Reference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a workflow of its definition, and so checks it: what compiles can be run to its end. */
public final class WorkflowCompiler {
  private static final int MOST_BYTES = 200_000;

  private WorkflowCompiler() {}

  /**
   * The workflow of that definition.
   *
   * @throws WorkflowException when it cannot be used; the message names the place
   */
  public static Workflow compile(JsonNode definition) {
    if (definition.toString().length() > MOST_BYTES) {
      throw new WorkflowException(
          "actions", "The workflow is larger than " + MOST_BYTES + " characters: shorten texts.");
    }
    String name = definition.path("name").asText("");
    if (name.isBlank() || name.length() > 200) {
      throw new WorkflowException("name", "A workflow needs a name of 1 to 200 characters.");
    }
    Trigger trigger = trigger(definition.path("trigger"));
    Graph graph = Graph.read(definition.path("actions"), definition.path("edges"));
    return new Workflow(
        name, status(definition), trigger, graph.first(), graph.nodes(), read(trigger, graph));
  }

  private static Workflow.Status status(JsonNode definition) {
    String status = definition.path("status").asText("draft");
    return switch (status) {
      case "draft" -> Workflow.Status.DRAFT;
      case "active" -> Workflow.Status.ACTIVE;
      case "archived" -> Workflow.Status.ARCHIVED;
      default ->
          throw new WorkflowException(
              "status",
              "\"" + status.toLowerCase(Locale.ROOT) + "\" is not draft, active or archived.");
    };
  }

  private static Trigger trigger(JsonNode trigger) {
    String type = trigger.path("type").asText("event");
    if (!type.equals("event")) {
      throw new WorkflowException(
          "trigger__type", "\"" + type + "\" starts no workflow: use \"event\".");
    }
    JsonNode filters = trigger.path("filters");
    String place = "trigger__filters__events";
    if (!filters.path("events").isArray() || filters.path("events").isEmpty()) {
      throw new WorkflowException(place, "Name at least one event that starts a run.");
    }
    Map<String, Criteria> events = new HashMap<>();
    int index = 0;
    for (JsonNode event : filters.path("events")) {
      String at = place + "__" + index++;
      String name = event.path("id").asText("");
      if (name.isBlank() || name.length() > 200) {
        throw new WorkflowException(at, "id is \"" + name + "\": name an event.");
      }
      if (events.put(name, Criteria.parse(event.path("properties"), at + "__properties")) != null) {
        throw new WorkflowException(at, "\"" + name + "\" is there twice: name it once.");
      }
    }
    return new Trigger(
        events, Criteria.parse(filters.path("properties"), "trigger__filters__properties"));
  }

  // What the trigger read is kept, too, so that a run shows why it began.
  private static Set<Reference> read(Trigger trigger, Graph graph) {
    Set<Reference> references = new HashSet<>();
    Stream.concat(Stream.of(trigger.everyEvent()), trigger.events().values().stream())
        .forEach(criteria -> references.addAll(criteria.references()));
    graph.nodes().values().forEach(node -> references.addAll(References.of(node.step())));
    return references;
  }
}
