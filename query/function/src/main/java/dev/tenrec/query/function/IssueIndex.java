package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.stores.issues.Issue;
import dev.tenrec.stores.issues.Issues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The issues of projects, as they are at this moment. */
record IssueIndex(Issues issues) {

  Project read(long project) {
    Map<String, Issue> all = new LinkedHashMap<>();
    issues.everMade(project).forEach(issue -> all.put(issue.id().toString(), issue));
    return new Project(all);
  }

  /**
   * The issues of one project.
   *
   * @param all by id, those too that were merged into others
   */
  record Project(Map<String, Issue> all) {
    private static final int MOST_MERGES = 20;

    Optional<Issue> find(String id) {
      Optional<Issue> found = Optional.ofNullable(all.get(id));
      for (int i = 0; i < MOST_MERGES && found.flatMap(Issue::mergedInto).isPresent(); i++) {
        found = found.flatMap(Issue::mergedInto).map(target -> all.get(target.toString()));
      }
      return found;
    }

    List<Issue> current() {
      return all.values().stream().filter(issue -> issue.mergedInto().isEmpty()).toList();
    }

    /** Which issues were merged into which. */
    Map<String, String> merged() {
      Map<String, String> merged = new LinkedHashMap<>();
      all.forEach(
          (id, issue) -> {
            if (issue.mergedInto().isPresent()) {
              find(id).ifPresent(target -> merged.put(id, target.id().toString()));
            }
          });
      return merged;
    }
  }

  static ObjectNode json(Issue issue) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", issue.id().toString()).put("status", issue.status().wireName());
    json.put("name", issue.name()).put("description", issue.description());
    json.put("first_seen", issue.firstSeen().toString());
    json.put("created_at", issue.createdAt().toString());
    issue
        .assignee()
        .ifPresentOrElse(
            who ->
                json.putObject("assignee")
                    .put("id", who.user())
                    .put("type", "user")
                    .put("email", who.email()),
            () -> json.putNull("assignee"));
    json.putArray("external_issues");
    return json.put("version", issue.version());
  }
}
