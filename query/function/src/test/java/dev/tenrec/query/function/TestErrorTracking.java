package dev.tenrec.query.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.query.engine.testing.TestingEvent;
import dev.tenrec.query.engine.testing.TestingLake;
import dev.tenrec.stores.issues.Issue;
import dev.tenrec.stores.issues.Sighting;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestErrorTracking {
  @TempDir private Path directory;
  private QuerySetting setting;
  private TestingLake lake;
  private Issue cart;
  private Issue login;
  private Issue quiet;

  @BeforeEach
  void open() {
    lake = new TestingLake(directory);
    setting = new QuerySetting(lake, "UTC");
    cart = issue("cart", "2026-03-01T00:00:00Z");
    login = issue("login", "2026-02-01T00:00:00Z");
    quiet = issue("quiet", "2026-01-01T00:00:00Z");
    TestingEvent seen =
        TestingEvent.of("$exception", "ann", "2026-03-30T10:00:00Z")
            .with("$browser", "Firefox")
            .with("$group_1", "acme")
            .withPerson("email", "ann@customer.example");
    TestingEvent own =
        TestingEvent.of("$exception", "bob", "2026-03-29T10:00:00Z")
            .withPerson("email", "bob@shop.example");
    lake.events(List.of(seen, own));
    lake.store(
        LakeTable.EXCEPTIONS,
        List.of(
            exception(seen.row().get("uuid"), cart, "cart", "ann", "2026-03-30T10:00:00Z"),
            exception(own.row().get("uuid"), cart, "cart", "bob", "2026-03-29T10:00:00Z"),
            exception(uuid(), login, "login", "ann", "2026-03-31T10:00:00Z")));
  }

  @AfterEach
  void close() {
    setting.close();
  }

  @Test
  void issuesComeWithWhatTheirExceptionsComeTo() {
    JsonNode answer = ask("\"orderBy\":\"occurrences\",\"volumeResolution\":4");
    assertThat(ids(answer)).containsExactly(cart.id(), login.id());
    JsonNode first = answer.path("results").path(0);
    assertThat(first.path("name").asText()).isEqualTo("TypeError");
    assertThat(first.path("first_seen").asText()).isEqualTo("2026-03-01T00:00:00Z");
    assertThat(first.path("last_seen").asText()).isEqualTo("2026-03-30T10:00:00Z");
    assertThat(first.path("library").asText()).isEqualTo("web");
    assertThat(first.at("/aggregations/occurrences").asInt()).isEqualTo(2);
    assertThat(first.at("/aggregations/users").asInt()).isEqualTo(2);
    assertThat(first.at("/aggregations/sessions").asInt()).isEqualTo(2);
    assertThat(first.at("/aggregations/volumeRange")).hasSize(4);
    assertThat(first.at("/aggregations/volume_buckets/0/label").asText()).startsWith("2026-03-2");
    assertThat(answer.path("hasMore").asBoolean()).isFalse();
    assertThat(answer.path("cost").path("engine").asText()).isEqualTo("duckdb");
  }

  @Test
  void theyAreSortedAndCutAsAsked() {
    assertThat(ids(ask(""))).containsExactly(login.id(), cart.id());
    assertThat(ids(ask("\"orderBy\":\"first_seen\""))).containsExactly(login.id(), cart.id());
    assertThat(ids(ask("\"orderBy\":\"last_seen\",\"orderDirection\":\"ASC\"")))
        .containsExactly(cart.id(), login.id());
    JsonNode page = ask("\"limit\":1,\"offset\":0");
    assertThat(ids(page)).containsExactly(login.id());
    assertThat(page.path("hasMore").asBoolean()).isTrue();
    assertThat(ids(ask("\"limit\":1,\"offset\":1"))).containsExactly(cart.id());
  }

  @Test
  void statusAssigneeAndNameAreThoseOfThisMoment() {
    setting
        .issues()
        .update(
            1,
            cart.id(),
            issue ->
                issue
                    .withStatus(Issue.Status.RESOLVED)
                    .withName("The cart is broken")
                    .withAssignee(Optional.of(new Issue.Assignee("u1", "ada@example.com"))));
    assertThat(ids(ask("\"status\":\"resolved\""))).containsExactly(cart.id());
    assertThat(ids(ask("\"status\":\"active\""))).containsExactly(login.id());
    assertThat(ids(ask("\"assignee\":{\"type\":\"user\",\"id\":\"u1\"}")))
        .containsExactly(cart.id());
    assertThat(ids(ask("\"searchQuery\":\"BROKEN cart\""))).containsExactly(cart.id());
    assertThat(ids(ask("\"searchQuery\":\"login\""))).containsExactly(login.id());
    assertThat(ids(ask("\"searchQuery\":\"\\\"broken cart\\\"\""))).isEmpty();
  }

  @Test
  void aMergeCountsAtOnce() {
    setting.issues().moves().merge(cart, Set.of(login.id()));
    JsonNode answer = ask("");
    assertThat(ids(answer)).containsExactly(cart.id());
    assertThat(answer.at("/results/0/aggregations/occurrences").asInt()).isEqualTo(3);
    assertThat(answer.at("/results/0/aggregations/users").asInt()).isEqualTo(2);
    assertThat(ids(ask("\"issueId\":\"" + login.id() + "\""))).containsExactly(cart.id());
  }

  @Test
  void propertiesOfTheEventDecideAndTheLastEventComesWhole() {
    JsonNode answer =
        ask(
            "\"withLastEvent\":true,\"properties\":[{\"type\":\"event\",\"key\":\"$browser\","
                + "\"operator\":\"exact\",\"value\":\"Firefox\"}]");
    assertThat(ids(answer)).containsExactly(cart.id());
    assertThat(answer.at("/results/0/aggregations/occurrences").asInt()).isEqualTo(1);
    assertThat(answer.at("/results/0/last_event/properties/$browser").asText())
        .isEqualTo("Firefox");
    assertThat(answer.at("/results/0/first_event").isNull()).isTrue();
  }

  @Test
  void exceptionsOfTestAccountsAreLeftOutWhenAsked() {
    setting.change(
        project ->
            project.withTestAccountFilters(
                QuerySetting.json(
                    "[{\"key\":\"email\",\"type\":\"person\",\"operator\":\"not_icontains\","
                        + "\"value\":\"@shop.example\"}]")));
    String cartOnly = "\"issueId\":\"" + cart.id() + "\",\"volumeResolution\":2";
    assertThat(occurrences(ask(cartOnly))).isEqualTo(2);
    assertThat(occurrences(ask(cartOnly + ",\"filterTestAccounts\":false"))).isEqualTo(2);
    JsonNode customers = ask(cartOnly + ",\"filterTestAccounts\":true");
    assertThat(occurrences(customers)).isEqualTo(1);
    assertThat(customers.at("/results/0/aggregations/users").asInt()).isEqualTo(1);
    assertThat(customers.at("/results/0/aggregations/volumeRange").toString())
        .isIn("[1,0]", "[0,1]");
  }

  @Test
  void theGroupDecides() {
    JsonNode answer = ask("\"groupKey\":\"acme\",\"groupTypeIndex\":1");
    assertThat(ids(answer)).containsExactly(cart.id());
    assertThat(occurrences(answer)).isEqualTo(1);
    assertThat(ids(ask("\"groupKey\":\"acme\",\"groupTypeIndex\":0"))).isEmpty();
  }

  @Test
  void anIssueWithoutExceptionsIsAnsweredWhenItIsAskedFor() {
    JsonNode answer = ask("\"issueId\":\"" + quiet.id() + "\"");
    assertThat(ids(answer)).containsExactly(quiet.id());
    assertThat(answer.at("/results/0/aggregations/occurrences").asInt()).isZero();
    assertThat(answer.at("/results/0/last_seen").isNull()).isTrue();
  }

  @Test
  void whatCannotBeAskedIsNamed() {
    assertThat(refused("\"status\":\"gone\"")).contains("status is \\\"gone\\\"");
    assertThat(refused("\"orderBy\":\"revenue\"")).contains("orderBy is \\\"revenue\\\"");
    assertThat(refused("\"orderDirection\":\"up\"")).contains("orderDirection is \\\"up\\\"");
    assertThat(refused("\"issueId\":\"nonsense\"")).contains("no such issue");
    assertThat(refused("\"personId\":7")).contains("personId is 7");
    assertThat(refused("\"groupKey\":\"acme\"")).contains("groupTypeIndex");
    assertThat(refused("\"assignee\":{\"type\":\"role\",\"id\":\"r1\"}"))
        .contains("assignee.type is \\\"role\\\"");
    assertThat(refused("\"revenuePeriod\":\"all_time\"")).contains("revenuePeriod");
    assertThat(refused("\"dateRange\":{\"date_from\":\"someday\"}")).contains("someday");
  }

  private static int occurrences(JsonNode answer) {
    return answer.at("/results/0/aggregations/occurrences").asInt();
  }

  private JsonNode ask(String fields) {
    return setting.ask(query(fields));
  }

  private String refused(String fields) {
    var answer = setting.post("{\"query\":" + query(fields) + "}");
    assertThat(answer.status()).isEqualTo(400);
    return answer.text();
  }

  private static String query(String fields) {
    return "{\"kind\":\"ErrorTrackingQuery\"" + (fields.isEmpty() ? "" : "," + fields) + "}";
  }

  private static List<UUID> ids(JsonNode answer) {
    List<UUID> ids = new ArrayList<>();
    answer.path("results").forEach(issue -> ids.add(UUID.fromString(issue.path("id").asText())));
    return ids;
  }

  private Issue issue(String fingerprint, String firstSeen) {
    return setting
        .issues()
        .see(
            new Sighting(
                1,
                fingerprint,
                UUID.randomUUID(),
                "TypeError",
                fingerprint,
                Instant.parse(firstSeen)))
        .issue();
  }

  private static String uuid() {
    return UUID.randomUUID().toString();
  }

  private static Map<String, Object> exception(
      Object uuid, Issue issue, String value, String person, String at) {
    Map<String, Object> row = new HashMap<>();
    row.put("project_id", 1L);
    row.put("uuid", uuid);
    row.put("timestamp", Instant.parse(at));
    row.put("created_at", Instant.parse(at));
    row.put("issue_id", issue.id().toString());
    row.put("fingerprint", value);
    row.put("type", "TypeError");
    row.put("value", value);
    row.put("types", List.of("TypeError"));
    row.put("values", List.of(value));
    row.put("sources", List.of());
    row.put("functions", List.of());
    row.put("handled", true);
    row.put("distinct_id", person);
    row.put("person_id", TestingEvent.id(person));
    row.put("session_id", at);
    row.put("lib", "web");
    row.put("ingest_errors", List.of());
    row.put("exception_list", "[]");
    return row;
  }
}
