package dev.tenrec.query.engine.testing;

import static dev.tenrec.query.engine.testing.TestingEvent.id;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.lake.LakeTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A small fixed data set: the visitors of a shop in March 2026. Ana was "anon" before she signed
 * up; Carl was erased; project 2 is somebody else's.
 */
public final class SmallShop {
  private SmallShop() {}

  public static TestingLake lake(Path directory) {
    return new TestingLake(directory)
        .events(events())
        .store(LakeTable.PERSON_VERSIONS, persons())
        .store(
            LakeTable.PERSON_OVERRIDES,
            List.of(override("anon", "bob", 1), override("anon", "ana", 2)))
        .store(LakeTable.GROUPS, groups())
        .store(LakeTable.SESSION_REPLAY_EVENTS, recordings())
        .store(LakeTable.REJECTED, rejected());
  }

  private static List<TestingEvent> events() {
    return List.of(
        TestingEvent.of("$pageview", "anon", "2026-03-10T09:00:00Z")
            .with("$browser", "Chrome")
            .with("$current_url", "https://www.shop.example/cart?utm_source=news&x=1#top")
            .with("$pathname", "/cart")
            .with("utm_source", "news")
            .with("$session_id", "s1"),
        TestingEvent.of("$autocapture", "anon", "2026-03-10T09:00:05Z")
            .with("$browser", "Chrome")
            .with("$session_id", "s1")
            .with("$pathname", "/cart")
            .elements("a.link:attr_id=\"buy\"href=\"/buy\"text=\"Buy now\";div:nth-child=\"1\""),
        TestingEvent.of("signup", "ana", "2026-03-10T09:01:00Z")
            .with("$browser", "Chrome")
            .with("plan", "pro")
            .with("price", 5)
            .with("trial", true)
            .with("$session_id", "s1")
            .with("$group_0", "acme")
            .withPerson("email", "ana@shop.example")
            .withPerson("age", 31),
        TestingEvent.of("purchase", "ana", "2026-03-11T23:30:00Z")
            .with("$browser", "")
            .with("price", 7.5)
            .with("items", JsonNodeFactory.instance.arrayNode().add("tea").add("cup"))
            .with("$group_0", "acme")
            .withPerson("email", "ana@shop.example"),
        TestingEvent.of("$pageview", "bob", "2026-03-12T00:30:00Z")
            .with("$browser", "Safari")
            .with("$browser_version", 17)
            .with("price", "12")
            .with("$session_id", "s2"),
        TestingEvent.of("$pageview", "bob", "2026-03-29T00:30:00Z")
            .with("$browser", "Safari")
            .with("odd 'key\"/~", "it's \"odd\"")
            .with("$session_id", "s3"),
        TestingEvent.of("purchase", "bob", "2026-03-29T01:30:00Z")
            .with("$browser", "Firefox")
            .with("price", 20)
            .with(
                "nested",
                JsonNodeFactory.instance
                    .objectNode()
                    .set(
                        "a",
                        JsonNodeFactory.instance
                            .arrayNode()
                            .add(1)
                            .add(JsonNodeFactory.instance.objectNode().put("b", "deep")))),
        TestingEvent.of("signup", "dora", "2026-03-30T12:00:00Z")
            .with("price", "none")
            .with("trial", false)
            .with("version", "1.10.2"),
        TestingEvent.of("secret", "eve", "2026-03-10T10:00:00Z").project(2).with("price", 1000));
  }

  private static List<Map<String, Object>> persons() {
    return List.of(
        person(1, "ana", 1, "{\"email\":\"old@shop.example\"}", false, "anon"),
        person(1, "ana", 2, "{\"email\":\"ana@shop.example\",\"vip\":true}", false, "anon", "ana"),
        person(1, "bob", 1, "{}", false, "bob"),
        person(1, "carl", 1, "{}", false, "carl"),
        person(1, "carl", 2, "{}", true),
        person(2, "eve", 1, "{}", false, "eve"));
  }

  private static Map<String, Object> person(
      long project,
      String name,
      long version,
      String properties,
      boolean deleted,
      String... distinctIds) {
    return Map.of(
        "project_id", project,
        "person_id", id(name),
        "version", version,
        "distinct_ids", List.of(distinctIds),
        "properties", properties,
        "identified", name.equals("ana"),
        "deleted", deleted,
        "created_at", Instant.parse("2026-03-0" + version + "T00:00:00Z"),
        "updated_at", Instant.parse("2026-03-0" + version + "T00:00:00Z"));
  }

  private static Map<String, Object> override(String old, String now, long version) {
    return Map.of(
        "project_id", 1L,
        "old_person_id", id(old),
        "person_id", id(now),
        "version", version,
        "merged_at", Instant.parse("2026-03-10T09:01:00Z"));
  }

  private static List<Map<String, Object>> groups() {
    return List.of(
        group("acme", 1, "{\"name\":\"Acme\"}"),
        group("acme", 2, "{\"name\":\"Acme Ltd\",\"size\":40}"),
        group("other", 1, "{}"));
  }

  private static Map<String, Object> group(String key, long version, String properties) {
    return Map.of(
        "project_id",
        1L,
        "type_index",
        0,
        "type",
        "company",
        "key",
        key,
        "version",
        version,
        "properties",
        properties,
        "created_at",
        Instant.parse("2026-03-01T00:00:00Z"),
        "updated_at",
        Instant.parse("2026-03-01T00:00:00Z"));
  }

  private static List<Map<String, Object>> recordings() {
    return List.of(
        recording("s1", 1, "anon", "2026-03-10T09:00:00Z", "https://shop.example/"),
        recording(
            "s1",
            7,
            "anon",
            "2026-03-10T09:00:00Z",
            "https://shop.example/",
            "https://shop.example/cart"),
        recording("s2", 2, "nobody", "2026-03-12T00:30:00Z"),
        recording("s3", 1, "bob", "2026-03-29T00:30:00Z"),
        deleted(recording("s3", 2, "bob", "2026-03-29T00:30:00Z")));
  }

  /** As many clicks as there are changes, and an error at every change after the second. */
  private static Map<String, Object> recording(
      String session, long version, String person, String start, String... urls) {
    Instant begin = Instant.parse(start);
    Map<String, Object> row = new HashMap<>();
    row.put("project_id", 1L);
    row.put("session_id", session);
    row.put("version", version);
    row.put("deleted", false);
    row.put("distinct_id", person);
    row.put("start_time", begin);
    row.put("end_time", begin.plusSeconds(60));
    row.put("first_url", urls.length == 0 ? null : urls[0]);
    row.put("all_urls", List.of(urls));
    row.put("click_count", version);
    row.put("console_error_count", version > 2 ? 1L : 0L);
    row.put("active_milliseconds", 5_000L);
    for (String count :
        List.of(
            "keypress_count",
            "mouse_activity_count",
            "console_log_count",
            "console_warn_count",
            "size",
            "event_count",
            "message_count")) {
      row.put(count, version);
    }
    row.put("snapshot_source", "web");
    row.put("snapshot_library", "web");
    row.put("retention_period_days", 30);
    row.put("expiry_time", begin.plusSeconds(60).plus(Duration.ofDays(30)));
    row.put("received_at", begin.plusSeconds(2));
    row.put("updated_at", begin.plusSeconds(60));
    return row;
  }

  private static Map<String, Object> deleted(Map<String, Object> recording) {
    recording.put("deleted", true);
    return recording;
  }

  private static List<Map<String, Object>> rejected() {
    return List.of(
        rejected(1, "no_distinct_id", "The event has no distinct_id"),
        rejected(0, "unknown_token", "No project has this token"),
        rejected(2, "no_distinct_id", "Somebody else's event has no distinct_id"));
  }

  private static Map<String, Object> rejected(long project, String reason, String detail) {
    return Map.of(
        "project_id",
        project,
        "uuid",
        id("rejected-" + project),
        "received_at",
        Instant.parse("2026-03-12T00:00:00Z"),
        "step",
        "capture",
        "reason",
        reason,
        "detail",
        detail,
        "body",
        "{\"event\":\"x\"}");
  }
}
