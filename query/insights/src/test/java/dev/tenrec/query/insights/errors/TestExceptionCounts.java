package dev.tenrec.query.insights.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.query.engine.testing.TestingEvent;
import dev.tenrec.query.engine.testing.TestingLake;
import dev.tenrec.query.engine.testing.TestingQueries;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.resolve.Resolver;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestExceptionCounts {
  private static final String CART = id("issue-cart");
  private static final String LOGIN = id("issue-login");
  private static final String MOVED = id("issue-moved");
  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-03-10T23:59:59.999999Z");

  @TempDir static Path directory;
  private static TestingQueries queries;

  private final ExceptionCounts counts = new ExceptionCounts(TestExceptionCounts::rows);

  @BeforeAll
  static void store() {
    TestingLake lake =
        new TestingLake(directory)
            .store(
                LakeTable.EXCEPTIONS,
                List.of(
                    exception(1, CART, "cart", "ann", "s1", "2026-03-01T00:00:00Z"),
                    exception(2, CART, "cart", "ann", "s2", "2026-03-05T12:00:00Z"),
                    exception(3, CART, "cart", "bob", null, "2026-03-10T23:59:59Z"),
                    exception(4, LOGIN, "login", "bob", "s3", "2026-03-04T00:00:00Z"),
                    exception(5, LOGIN, "moved", "cat", "s4", "2026-03-06T00:00:00Z"),
                    exception(6, CART, "cart", "dan", "s5", "2026-02-28T23:59:59Z")))
            .store(
                LakeTable.ISSUE_OVERRIDES,
                List.of(override("moved", LOGIN, 2), override("moved", MOVED, 3)));
    queries = new TestingQueries(lake, TestingLake.context("UTC"));
  }

  @AfterAll
  static void stop() {
    queries.close();
  }

  @Test
  void exceptionsOfTheTimeAreCountedByTheIssueTheyBelongToNow() {
    Map<String, IssueCounts> found = byIssue(everything());
    assertThat(found).containsOnlyKeys(CART, LOGIN, MOVED);
    IssueCounts cart = found.get(CART);
    assertThat(cart.occurrences()).isEqualTo(3);
    assertThat(cart.users()).isEqualTo(2);
    assertThat(cart.sessions()).isEqualTo(2);
    assertThat(cart.lastSeen()).isEqualTo(Instant.parse("2026-03-10T23:59:59Z"));
    assertThat(cart.firstEvent()).isEqualTo(id("event-1"));
    assertThat(cart.lastEvent()).isEqualTo(id("event-3"));
    assertThat(cart.function()).contains("run-3");
    assertThat(found.get(MOVED).occurrences()).isEqualTo(1);
  }

  @Test
  void aMergeCountsBeforeTheLakeKnowsOfIt() {
    Map<String, IssueCounts> found = byIssue(filter(List.of(), Map.of(LOGIN, CART)));
    assertThat(found).containsOnlyKeys(CART, MOVED);
    assertThat(found.get(CART).occurrences()).isEqualTo(4);
    assertThat(found.get(CART).users()).as("bob had both").isEqualTo(2);
  }

  @Test
  void everyWordMustStandSomewhereInWhateverCase() {
    assertThat(byIssue(filter(List.of("CART", "broke"), Map.of()))).containsOnlyKeys(CART);
    assertThat(byIssue(filter(List.of("cart", "login"), Map.of()))).isEmpty();
    assertThat(byIssue(filter(List.of("run-4"), Map.of()))).containsOnlyKeys(LOGIN);
    assertThat(byIssue(filter(List.of("%"), Map.of()))).isEmpty();
  }

  @Test
  void volumesCutTheTimeIntoEqualParts() {
    Map<String, long[]> volumes = counts.volumes(everything(), List.of(CART, MOVED), 10);
    assertThat(volumes).containsOnlyKeys(CART, MOVED);
    assertThat(volumes.get(CART)).containsExactly(1, 0, 0, 0, 1, 0, 0, 0, 0, 1);
    assertThat(volumes.get(MOVED)).containsExactly(0, 0, 0, 0, 0, 1, 0, 0, 0, 0);
    assertThat(counts.volumes(everything(), List.of(), 10)).isEmpty();
  }

  private Map<String, IssueCounts> byIssue(ExceptionFilter filter) {
    return counts.byIssue(filter).stream()
        .collect(Collectors.toMap(IssueCounts::issue, Function.identity()));
  }

  private static ExceptionFilter everything() {
    return filter(List.of(), Map.of());
  }

  private static ExceptionFilter filter(List<String> words, Map<String, String> merged) {
    return new ExceptionFilter(
        FROM, TO, Optional.empty(), Optional.empty(), words, List.of(), Optional.empty(), merged);
  }

  private static List<List<JsonNode>> rows(Query query) {
    return queries.engine().run(Resolver.resolve(query, queries.context())).rows();
  }

  private static Map<String, Object> exception(
      int number, String issue, String fingerprint, String person, String session, String at) {
    Map<String, Object> row = new HashMap<>();
    row.put("project_id", 1L);
    row.put("uuid", id("event-" + number));
    row.put("timestamp", Instant.parse(at));
    row.put("created_at", Instant.parse(at));
    row.put("issue_id", issue);
    row.put("fingerprint", fingerprint);
    row.put("type", "TypeError");
    row.put("value", fingerprint + " broke");
    row.put("types", List.of("TypeError"));
    row.put("values", List.of(fingerprint + " broke"));
    row.put("sources", List.of("a.js"));
    row.put("functions", List.of("run-" + number));
    row.put("function", "run-" + number);
    row.put("source", "a.js");
    row.put("handled", true);
    row.put("distinct_id", person);
    row.put("person_id", id(person));
    row.put("session_id", session);
    row.put("lib", "web");
    row.put("ingest_errors", List.of());
    row.put("exception_list", "[]");
    return row;
  }

  private static Map<String, Object> override(String fingerprint, String issue, long version) {
    return Map.of(
        "project_id", 1L,
        "fingerprint", fingerprint,
        "issue_id", issue,
        "version", version,
        "moved_at", FROM);
  }

  private static String id(String name) {
    return TestingEvent.id(name);
  }
}
