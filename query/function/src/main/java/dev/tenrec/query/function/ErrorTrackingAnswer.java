package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.query.insights.InsightException;
import dev.tenrec.query.insights.errors.ExceptionCounts;
import dev.tenrec.query.insights.errors.ExceptionFilter;
import dev.tenrec.query.insights.errors.IssueCounts;
import dev.tenrec.stores.issues.Issue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Answers {@code ErrorTrackingQuery}: issues with what their exceptions come to. Counts are of the
 * lake; names, statuses and assignees are those of this moment.
 */
record ErrorTrackingAnswer(ProjectReader reader, IssueIndex index) {
  private static final int MOST = 1_000;
  private static final int MOST_BUCKETS = 200;

  ObjectNode answer(JsonNode node) {
    IssueIndex.Project project = index.read(reader.context().project());
    IssueRequest request = IssueRequest.read(node, reader, project);
    ExceptionCounts counts = new ExceptionCounts(query -> reader.run(query).rows());
    List<Row> rows = rows(request, project, counts.byIssue(request.filter()));
    rows.sort(request.order());
    int limit = Math.clamp(node.path("limit").asInt(50), 1, MOST);
    int offset = Math.max(0, node.path("offset").asInt(0));
    List<Row> page = rows.stream().skip(offset).limit(limit).toList();

    int resolution = Math.clamp(node.path("volumeResolution").asInt(20), 0, MOST_BUCKETS);
    boolean aggregated = node.path("withAggregations").asBoolean(true);
    Map<String, long[]> volumes =
        aggregated
            ? counts.volumes(request.filter(), page.stream().map(Row::id).toList(), resolution)
            : Map.of();
    boolean first = node.path("withFirstEvent").asBoolean();
    boolean last = node.path("withLastEvent").asBoolean();
    Map<String, ObjectNode> events = events(first, last, request, page);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode results = answer.putArray("results");
    for (Row row : page) {
      ObjectNode json = row.json();
      if (aggregated) {
        long[] volume = volumes.getOrDefault(row.id(), new long[resolution]);
        aggregations(json.putObject("aggregations"), row, volume, request.filter());
      }
      json.set("first_event", first ? row.event(IssueCounts::firstEvent, events) : nothing());
      json.set("last_event", last ? row.event(IssueCounts::lastEvent, events) : nothing());
      results.add(json);
    }
    answer.putArray("columns").add("error").add("occurrences").add("sessions").add("users");
    answer.put("limit", limit).put("offset", offset);
    return answer.put("hasMore", rows.size() > offset + limit);
  }

  private static List<Row> rows(
      IssueRequest request, IssueIndex.Project project, List<IssueCounts> counts) {
    List<Row> rows = new ArrayList<>();
    for (IssueCounts count : counts) {
      project
          .find(count.issue())
          .filter(request::wants)
          .ifPresent(issue -> rows.add(new Row(issue, Optional.of(count))));
    }
    if (rows.isEmpty() && request.issue().isPresent()) {
      rows.add(new Row(request.issue().get(), Optional.empty()));
    }
    return rows;
  }

  private static JsonNode nothing() {
    return JsonNodeFactory.instance.nullNode();
  }

  private Map<String, ObjectNode> events(
      boolean first, boolean last, IssueRequest request, List<Row> page) {
    List<String> wanted = new ArrayList<>();
    for (Row row : page) {
      row.counts()
          .ifPresent(
              counts -> {
                if (first) {
                  wanted.add(counts.firstEvent());
                }
                if (last) {
                  wanted.add(counts.lastEvent());
                }
              });
    }
    return new ExceptionEvents(reader).of(wanted, request.filter());
  }

  private static void aggregations(
      ObjectNode json, Row row, long[] volume, ExceptionFilter filter) {
    json.put("occurrences", row.counts().map(IssueCounts::occurrences).orElse(0L));
    json.put("users", row.counts().map(IssueCounts::users).orElse(0L));
    json.put("sessions", row.counts().map(IssueCounts::sessions).orElse(0L));
    ArrayNode range = json.putArray("volumeRange");
    ArrayNode buckets = json.putArray("volume_buckets");
    Duration length = Duration.between(filter.from(), filter.to());
    for (int i = 0; i < volume.length; i++) {
      Instant start = filter.from().plusMillis(length.toMillis() * i / volume.length);
      range.add(volume[i]);
      buckets.addObject().put("label", start.toString()).put("value", volume[i]);
    }
  }

  /**
   * An issue and its exceptions.
   *
   * @param issue the issue
   * @param counts what its exceptions come to; empty when it has none in the time
   */
  record Row(Issue issue, Optional<IssueCounts> counts) {
    String id() {
      return issue.id().toString();
    }

    Instant lastSeen() {
      return counts.map(IssueCounts::lastSeen).orElse(Instant.EPOCH);
    }

    long count(ToLongFunction<IssueCounts> number) {
      return counts.map(number::applyAsLong).orElse(0L);
    }

    JsonNode event(Function<IssueCounts, String> uuid, Map<String, ObjectNode> events) {
      return counts.map(uuid).<JsonNode>map(events::get).orElse(nothing());
    }

    ObjectNode json() {
      ObjectNode json = IssueIndex.json(issue);
      json.put("last_seen", counts.map(found -> found.lastSeen().toString()).orElse(null));
      json.put("library", counts.flatMap(IssueCounts::library).orElse(null));
      json.put("function", counts.flatMap(IssueCounts::function).orElse(null));
      return json.put("source", counts.flatMap(IssueCounts::source).orElse(null));
    }
  }

  /** The order of the rows that a query asks for. */
  static Comparator<Row> order(JsonNode node) {
    String by = node.path("orderBy").asText("last_seen");
    Map<String, Comparator<Row>> known = new LinkedHashMap<>();
    known.put("last_seen", Comparator.comparing(Row::lastSeen));
    known.put("first_seen", Comparator.comparing(row -> row.issue().firstSeen()));
    known.put("occurrences", Comparator.comparing(row -> row.count(IssueCounts::occurrences)));
    known.put("users", Comparator.comparing(row -> row.count(IssueCounts::users)));
    known.put("sessions", Comparator.comparing(row -> row.count(IssueCounts::sessions)));
    if (!known.containsKey(by)) {
      throw new InsightException(
          "orderBy is \"" + by + "\": it must be one of " + String.join(", ", known.keySet()));
    }
    String direction = node.path("orderDirection").asText(by.equals("first_seen") ? "ASC" : "DESC");
    Comparator<Row> order = known.get(by).thenComparing(Row::id);
    return switch (direction.toUpperCase(Locale.ROOT)) {
      case "ASC" -> order;
      case "DESC" -> order.reversed();
      default ->
          throw new InsightException(
              "orderDirection is \"" + direction + "\": it must be ASC or DESC");
    };
  }
}
