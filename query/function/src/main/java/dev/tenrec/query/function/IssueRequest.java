package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Constant;
import dev.tenrec.query.hogql.ast.Expression.Field;
import dev.tenrec.query.insights.InsightException;
import dev.tenrec.query.insights.Trees;
import dev.tenrec.query.insights.dates.DateException;
import dev.tenrec.query.insights.dates.DateRange;
import dev.tenrec.query.insights.dates.Interval;
import dev.tenrec.query.insights.errors.ExceptionFilter;
import dev.tenrec.query.insights.properties.PropertyFilters;
import dev.tenrec.stores.issues.Issue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an {@code ErrorTrackingQuery} asks for.
 *
 * @param filter which exceptions count
 * @param issue the only issue that is asked for
 * @param status only issues with this status
 * @param assignee only issues of this user
 * @param order how the issues are sorted
 */
record IssueRequest(
    ExceptionFilter filter,
    Optional<Issue> issue,
    Optional<Issue.Status> status,
    Optional<String> assignee,
    Comparator<ErrorTrackingAnswer.Row> order) {
  private static final int MOST_WORDS = 100;

  // Those that say nothing about which issues are asked for come last.
  private static final Set<String> FIELDS =
      Set.of(
          "issueId",
          "searchQuery",
          "dateRange",
          "personId",
          "groupKey",
          "groupTypeIndex",
          "status",
          "assignee",
          "filterGroup",
          "properties",
          "filterTestAccounts",
          "orderBy",
          "orderDirection",
          "limit",
          "offset",
          "volumeResolution",
          "withAggregations",
          "withFirstEvent",
          "withLastEvent",
          "kind",
          "name",
          "tags",
          "response",
          "version",
          "modifiers",
          "variables",
          "useQueryV2",
          "useQueryV3");

  static IssueRequest read(JsonNode node, ProjectReader reader, IssueIndex.Project project) {
    requireKnownFields(node);
    Optional<Issue> issue =
        text(node, "issueId")
            .map(
                id ->
                    project
                        .find(id)
                        .orElseThrow(
                            () ->
                                new InsightException("issueId is \"" + id + "\": no such issue")));
    List<String> words = words(text(node, "searchQuery").orElse(""));
    List<String> named =
        words.isEmpty()
            ? List.of()
            : project.current().stream()
                .filter(each -> words.stream().allMatch(word -> says(each, word)))
                .map(each -> each.id().toString())
                .toList();
    DateRange range = range(node.path("dateRange"), reader);
    return new IssueRequest(
        new ExceptionFilter(
            range.from().toInstant(),
            range.to().toInstant(),
            issue.map(found -> found.id().toString()),
            text(node, "personId"),
            words,
            named,
            event(node, reader),
            project.merged()),
        issue,
        text(node, "status").filter(name -> !name.equals("all")).map(IssueRequest::status),
        assignee(node.path("assignee")),
        ErrorTrackingAnswer.order(node));
  }

  private static void requireKnownFields(JsonNode node) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!FIELDS.contains(field.getKey()) && !field.getValue().isNull()) {
        throw new InsightException(
            "This version does not know the field "
                + field.getKey()
                + " of ErrorTrackingQuery: leave it out");
      }
    }
  }

  private static Optional<String> assignee(JsonNode assignee) {
    String type = text(assignee, "type").orElse("user");
    if (!type.equals("user")) {
      throw new InsightException(
          "assignee.type is \"" + type + "\": it must be user, issues have no other assignees");
    }
    return text(assignee, "id");
  }

  boolean wants(Issue candidate) {
    return (status.isEmpty() || candidate.status() == status.get())
        && (assignee.isEmpty()
            || candidate.assignee().filter(who -> who.user().equals(assignee.get())).isPresent());
  }

  private static boolean says(Issue issue, String word) {
    return (issue.name() + "\n" + issue.description())
        .toLowerCase(Locale.ROOT)
        .contains(word.toLowerCase(Locale.ROOT));
  }

  // Words apart by spaces; what stands in quotation marks is one.
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    boolean quoted = false;
    for (String part : text.split("\"", -1)) {
      for (String word : quoted ? new String[] {part} : part.split("\\s+")) {
        if (!word.isBlank() && words.size() < MOST_WORDS) {
          words.add(word);
        }
      }
      quoted = !quoted;
    }
    return words;
  }

  private static Issue.Status status(String name) {
    return Issue.Status.of(name)
        .orElseThrow(
            () ->
                new InsightException(
                    "status is \""
                        + name
                        + "\": it must be all, active, resolved, archived or suppressed"));
  }

  private static Optional<Expression> event(JsonNode node, ProjectReader reader) {
    PropertyFilters filters = new PropertyFilters(reader.today());
    List<Expression> conditions = new ArrayList<>();
    for (String field : List.of("filterGroup", "properties")) {
      if (hasFilter(node.path(field))) {
        conditions.add(filters.condition(node.path(field)));
      }
    }
    JsonNode testAccounts = reader.testAccountFilters(node);
    if (hasFilter(testAccounts)) {
      conditions.add(filters.condition(testAccounts));
    }
    group(node).ifPresent(conditions::add);
    return conditions.isEmpty() ? Optional.empty() : Optional.of(Trees.all(conditions));
  }

  private static Optional<Expression> group(JsonNode node) {
    JsonNode type = node.path("groupTypeIndex");
    Optional<String> key = text(node, "groupKey");
    if (key.isEmpty() && !type.isNumber()) {
      return Optional.empty();
    }
    if (key.isEmpty() || !type.isInt() || type.intValue() < 0 || type.intValue() > 4) {
      throw new InsightException(
          "groupKey and groupTypeIndex belong together: give the key of a group and its type,"
              + " 0 to 4");
    }
    return Optional.of(
        Trees.equal(Field.of("properties", "$group_" + type.intValue()), Constant.text(key.get())));
  }

  private static boolean hasFilter(JsonNode filters) {
    if (filters.isArray()) {
      for (JsonNode each : filters) {
        if (hasFilter(each)) {
          return true;
        }
      }
      return false;
    }
    return filters.isObject() && (filters.has("key") || hasFilter(filters.path("values")));
  }

  private static DateRange range(JsonNode range, ProjectReader reader) {
    try {
      return DateRange.resolve(
          new DateRange.Text(
              text(range, "date_from"),
              text(range, "date_to"),
              range.path("explicitDate").asBoolean()),
          Interval.HOUR,
          reader.today(),
          // What "all" begins with: before it nobody reported exceptions this way.
          Instant.parse("2020-01-01T00:00:00Z"));
    } catch (DateException unknown) {
      throw new InsightException(unknown.getMessage());
    }
  }

  private static Optional<String> text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isTextual() && !value.isNull() && !value.isMissingNode()) {
      throw new InsightException(field + " is " + value + ": it must be a text");
    }
    return Optional.ofNullable(value.textValue()).filter(said -> !said.isBlank());
  }
}
