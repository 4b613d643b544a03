package dev.tenrec.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The steps of a definition and the edges between them: a graph without circles. */
record Graph(String first, Map<String, Node> nodes) {
  /** Where edges begin that lead to the first step. */
  static final String TRIGGER = "trigger";

  private static final int MOST_STEPS = 50;

  static Graph read(JsonNode actions, JsonNode edges) {
    if (!actions.isArray() || actions.isEmpty() || actions.size() > MOST_STEPS) {
      throw new WorkflowException("actions", "A workflow has 1 to " + MOST_STEPS + " steps.");
    }
    Set<String> ids = ids(actions);
    Map<String, String> next = new HashMap<>();
    Map<String, Map<Integer, String>> branches = new HashMap<>();
    int index = 0;
    for (JsonNode edge : edges) {
      String place = "edges__" + index++;
      String from = known(edge.path("from").asText(""), ids, true, place);
      String to = known(edge.path("to").asText(""), ids, false, place);
      String before =
          edge.path("type").asText("continue").equals("branch")
              ? branches
                  .computeIfAbsent(from, _ -> new TreeMap<>())
                  .put(edge.path("index").asInt(-1), to)
              : next.put(from, to);
      if (before != null) {
        throw new WorkflowException(
            place, "\"" + from + "\" leads to \"" + before + "\" already: remove one edge.");
      }
    }
    Map<String, Node> nodes = new HashMap<>();
    for (int each = 0; each < actions.size(); each++) {
      Node node = node(actions.get(each), "actions__" + each, next, branches);
      nodes.put(node.id(), node);
    }
    Graph graph = new Graph(next.getOrDefault(TRIGGER, ""), nodes);
    graph.requireSound(branches.keySet());
    return graph;
  }

  private static Set<String> ids(JsonNode actions) {
    Set<String> ids = new HashSet<>();
    int index = 0;
    for (JsonNode action : actions) {
      String id = action.path("id").asText("");
      String place = "actions__" + index++ + "__id";
      if (!id.matches("[A-Za-z0-9_-]{1,100}") || id.equals(TRIGGER)) {
        throw new WorkflowException(
            place,
            "\"" + id + "\" cannot name a step: use letters, digits, _ and -, not \"trigger\".");
      }
      if (!ids.add(id)) {
        throw new WorkflowException(place, "Two steps are named \"" + id + "\": rename one.");
      }
    }
    return ids;
  }

  private static String known(String id, Set<String> ids, boolean orTrigger, String place) {
    if (ids.contains(id) || (orTrigger && id.equals(TRIGGER))) {
      return id;
    }
    throw new WorkflowException(place, "There is no step \"" + id + "\": remove the edge.");
  }

  private static Node node(
      JsonNode action,
      String place,
      Map<String, String> next,
      Map<String, Map<Integer, String>> branches) {
    String id = action.path("id").asText();
    Step step = StepReader.read(action, place);
    int conditions = step instanceof Step.Condition condition ? condition.conditions().size() : 0;
    Map<Integer, String> ways = branches.getOrDefault(id, Map.of());
    List<String> targets = new ArrayList<>();
    for (int index = 0; index < conditions; index++) {
      targets.add(ways.getOrDefault(index, ""));
    }
    ways.keySet().stream()
        .filter(index -> index < 0 || index >= conditions)
        .findFirst()
        .ifPresent(
            index -> {
              throw new WorkflowException(
                  place, "There is no condition " + index + " for a branch to leave by.");
            });
    String onError = action.path("on_error").asText("abort");
    if (!onError.equals("abort") && !onError.equals("continue")) {
      throw new WorkflowException(
          place + "__on_error", "\"" + onError + "\" is neither abort nor continue.");
    }
    return new Node(
        id,
        action.path("name").asText(step.type()),
        step,
        onError.equals("continue"),
        next.getOrDefault(id, ""),
        targets);
  }

  private void requireSound(Set<String> branching) {
    if (first.isEmpty() || branching.contains(TRIGGER)) {
      throw new WorkflowException(
          "edges", "Nothing follows the trigger: add one edge from \"trigger\" to a step.");
    }
    Set<String> reached = new HashSet<>();
    visit(first, new HashSet<>(), reached);
    nodes.keySet().stream()
        .filter(id -> !reached.contains(id))
        .sorted()
        .findFirst()
        .ifPresent(
            id -> {
              throw new WorkflowException(
                  "edges", "Nothing leads to the step \"" + id + "\": connect or remove it.");
            });
  }

  private void visit(String id, Set<String> above, Set<String> reached) {
    if (above.contains(id)) {
      throw new WorkflowException(
          "edges", "The step \"" + id + "\" leads back to itself: a run has to end.");
    }
    if (id.isEmpty() || !reached.add(id)) {
      return;
    }
    above.add(id);
    Node node = nodes.get(id);
    visit(node.next(), above, reached);
    node.branches().forEach(branch -> visit(branch, above, reached));
    above.remove(id);
  }
}
