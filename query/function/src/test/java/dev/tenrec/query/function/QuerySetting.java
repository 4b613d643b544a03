package dev.tenrec.query.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.http.HttpFunction;
import dev.tenrec.http.testing.TestingBrowser;
import dev.tenrec.query.engine.cache.CachedEngine;
import dev.tenrec.query.engine.duckdb.DuckDbEngine;
import dev.tenrec.query.engine.testing.TestingLake;
import dev.tenrec.query.function.results.KeptInBucket;
import dev.tenrec.query.function.results.TestingResultObjects;
import dev.tenrec.stores.access.Access;
import dev.tenrec.stores.access.Accounts;
import dev.tenrec.stores.access.PersonalKeys;
import dev.tenrec.stores.access.User;
import dev.tenrec.stores.issues.Issues;
import dev.tenrec.stores.projects.CalendarSettings;
import dev.tenrec.stores.projects.ProjectDirectory;
import dev.tenrec.stores.projects.ProjectSettings;
import dev.tenrec.stores.projects.Projects;
import dev.tenrec.stores.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The query function over a small lake: the real endpoint, engine and stores, results in memory,
 * and a clock that stands at noon of 2026-03-31.
 */
final class QuerySetting implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TestingResultObjects results = new TestingResultObjects();
  private final DynamoDbEmulator dynamo = DynamoDbEmulator.shared();
  private final InstantSource clock;
  private final Projects projects;
  private final PersonalKeys keys;
  private final User owner;
  private final DuckDbEngine engine;
  private final Issues issues;
  private final HttpFunction function;
  private final TestingBrowser client;
  private Instant now = NOW;

  QuerySetting(TestingLake lake, String zone) {
    clock = () -> now;
    String name = dynamo.freshTable("query");
    Table table = new Table(dynamo.client(), name);
    Accounts accounts = new Accounts(table, clock);
    keys = new PersonalKeys(table, clock);
    projects = new Projects(table, clock, () -> "phc_" + UUID.randomUUID());
    projects.createFirst(
        ProjectSettings.named("Shop")
            .with(new CalendarSettings(ZoneId.of(zone), DayOfWeek.SUNDAY)));
    projects.create(ProjectSettings.named("Other"));
    owner = accounts.createOwner("ada@example.com", "Ada", "long enough").orElseThrow();
    issues =
        new Issues(
            new Table(dynamo.client(), dynamo.freshTable("issues")), clock, UUID::randomUUID);
    engine = new DuckDbEngine(lake.settings(), lake, lake, clock);
    function =
        new HttpFunction(
            new QueryEndpoint(
                new Access(accounts, keys),
                new ProjectDirectory(dynamo.client(), name, clock),
                new CachedEngine(engine, lake, new KeptInBucket(results), 1 << 24, "1"),
                new IssueIndex(issues),
                results,
                clock));
    client = client(List.of());
  }

  /** Lets time pass. */
  void later(long seconds) {
    now = now.plusSeconds(seconds);
  }

  /** Changes the project's settings. */
  void change(UnaryOperator<ProjectSettings> change) {
    projects.update(1, change);
    later(2);
  }

  /** The issues of error tracking. */
  Issues issues() {
    return issues;
  }

  TestingResultObjects results() {
    return results;
  }

  /** A program that may do so much; everything when nothing is named. */
  TestingBrowser client(List<String> scopes) {
    String secret = keys.create(owner, "test", scopes, List.of()).secret();
    return stranger().withHeader("authorization", "Bearer " + secret);
  }

  /** Somebody without a key. */
  TestingBrowser stranger() {
    return new TestingBrowser(function);
  }

  /** What a request body gives. */
  TestingBrowser.Answer post(String body) {
    return send(client, "POST", "/api/projects/1/query/", body);
  }

  /** What a query node gives, which must work. */
  JsonNode ask(String query) {
    return ask(query, "");
  }

  /** What a query node gives, with more fields of the request. */
  JsonNode ask(String query, String fields) {
    TestingBrowser.Answer answer =
        post("{\"query\":" + query + (fields.isEmpty() ? "" : "," + fields) + "}");
    if (answer.status() != 200) {
      throw new AssertionError(answer.status() + " " + answer.text());
    }
    return json(answer);
  }

  /** The rows of a HogQL text as lines. */
  List<String> rows(String hogql) {
    return rows(ask(hogql(hogql).toString()));
  }

  /** The rows of an answer as lines. */
  static List<String> rows(JsonNode answer) {
    return answer.path("results").valueStream().map(JsonNode::toString).toList();
  }

  static ObjectNode hogql(String text) {
    return JSON.createObjectNode().put("kind", "HogQLQuery").put("query", text);
  }

  static JsonNode json(TestingBrowser.Answer answer) {
    return json(answer.text());
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new AssertionError(text, broken);
    }
  }

  static TestingBrowser.Answer send(
      TestingBrowser browser, String method, String path, String body) {
    try {
      return browser.send(method, path, body);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
