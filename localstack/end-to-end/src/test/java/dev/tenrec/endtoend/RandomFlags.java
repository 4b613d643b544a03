package dev.tenrec.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Definitions of flags and users at random, over everything that the Node SDK evaluates by itself.
 * Every user has every property, because an SDK asks the server about what is missing.
 */
final class RandomFlags {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> WORDS =
      List.of("Pro", "free", "PRO", "team", "naïve", "ÉTÉ", "été", "a.b", "", "true", "False");
  private static final List<String> PATTERNS =
      List.of("^p", "o$", "[aeiou]{2}", "fr.e|team", "\\d+", "(", "a\\.b", "x*");
  private static final List<String> VERSIONS =
      List.of("1.2.3", "v1.2", "2", "1.10.0-beta", "0.2.9", "0.0.4", "1.2.3.4", "1.9.9+7");
  private static final List<String> DATES =
      List.of("2026-01-01", "2025-06-30T12:00:00Z", "2024-02-29T00:00:00+02:00", "2031-01-01");

  private final RandomGenerator random;

  RandomFlags(RandomGenerator random) {
    this.random = random;
  }

  /** As SDKs read them. */
  ObjectNode definitions() {
    ObjectNode definitions = JSON.objectNode().put("property_matching_version", 2);
    ArrayNode flags = definitions.putArray("flags");
    for (int number = 0; number < 8; number++) {
      flags.add(flag(number));
    }
    definitions.putObject("group_type_mapping").put("0", "company");
    ObjectNode cohorts = definitions.putObject("cohorts");
    cohorts.set("1", tree(2));
    ObjectNode outer = cohorts.putObject("2").put("type", "AND");
    outer.putArray("values").add(property()).add(cohort(1));
    return definitions;
  }

  ObjectNode user(int number) {
    ObjectNode user =
        JSON.objectNode().put("distinctId", "user " + number + " " + random.nextInt());
    ObjectNode properties = user.putObject("personProperties");
    properties.set("word", word());
    properties.put("number", random.nextInt(20));
    properties.put("version", pick(VERSIONS));
    properties.put("date", pick(DATES));
    properties.put("flag", random.nextBoolean());
    user.putObject("groups").put("company", "company " + random.nextInt(50));
    ObjectNode company = user.putObject("groupProperties").putObject("company");
    company.set("word", word());
    company.put("number", random.nextInt(20));
    return user;
  }

  private ObjectNode flag(int number) {
    ObjectNode flag = JSON.objectNode();
    flag.put("id", number + 1).put("key", "flag-" + number).put("version", 1);
    flag.put("active", random.nextInt(10) > 0);
    ObjectNode filters = flag.putObject("filters");
    boolean ofGroup = random.nextInt(6) == 0;
    if (ofGroup) {
      filters.put("aggregation_group_type_index", 0);
    }
    filters.put("early_exit", random.nextInt(4) == 0);
    if (random.nextInt(4) == 0) {
      filters
          .putObject("holdout")
          .put("id", number)
          .put("exclusion_percentage", random.nextInt(101));
    }
    ArrayNode variants = filters.putObject("multivariate").putArray("variants");
    for (int variant = random.nextInt(4); variant > 0; variant--) {
      variants
          .addObject()
          .put("key", "v" + variant)
          .put("rollout_percentage", random.nextInt(330) / 10.0);
    }
    ArrayNode groups = filters.putArray("groups");
    for (int set = random.nextInt(4); set > 0; set--) {
      groups.add(set(number, ofGroup));
    }
    return flag;
  }

  private ObjectNode set(int number, boolean ofGroup) {
    ObjectNode set = JSON.objectNode();
    ArrayNode properties = set.putArray("properties");
    for (int filter = random.nextInt(3); filter > 0; filter--) {
      properties.add(ofGroup ? ofGroup() : ofPerson(number));
    }
    if (random.nextBoolean()) {
      set.put("rollout_percentage", random.nextInt(1_001) / 10.0);
    }
    if (random.nextInt(4) == 0) {
      set.put("variant", "v" + random.nextInt(4));
    }
    return set;
  }

  private ObjectNode ofGroup() {
    ObjectNode filter = random.nextBoolean() ? text() : number();
    return filter.put("type", "group").put("group_type_index", 0);
  }

  private ObjectNode ofPerson(int number) {
    return switch (random.nextInt(8)) {
      case 0 ->
          cohort(1 + random.nextInt(2)).put("operator", random.nextBoolean() ? "in" : "not_in");
      case 1 -> number == 0 ? property() : dependency(random.nextInt(number));
      default -> property();
    };
  }

  // Only on the first flag of all, which depends on none: the order to evaluate in is then plain.
  private ObjectNode dependency(int number) {
    ObjectNode filter = JSON.objectNode().put("type", "flag").put("key", "flag-0");
    filter.put("operator", "flag_evaluates_to");
    switch (number % 3) {
      case 0 -> filter.put("value", true);
      case 1 -> filter.put("value", false);
      default -> filter.put("value", "v1");
    }
    filter.putArray("dependency_chain").add("flag-0");
    return filter;
  }

  private static ObjectNode cohort(int id) {
    return JSON.objectNode().put("type", "cohort").put("key", "id").put("value", id);
  }

  private ObjectNode tree(int depth) {
    ObjectNode tree = JSON.objectNode().put("type", random.nextBoolean() ? "AND" : "OR");
    ArrayNode values = tree.putArray("values");
    for (int part = 1 + random.nextInt(2); part > 0; part--) {
      values.add(depth > 0 ? tree(depth - 1) : property().put("negation", random.nextBoolean()));
    }
    return tree;
  }

  private ObjectNode property() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> text();
      case 2 -> number();
      case 3 ->
          filter("version", pick(List.of("eq", "neq", "gt", "gte", "lt", "lte", "tilde", "caret")))
              .put("value", pick(VERSIONS));
      case 4 ->
          filter("date", random.nextBoolean() ? "is_date_before" : "is_date_after")
              .put("value", pick(List.of("2025-12-31", "-30d", "-2y", "2026-06-01T00:00:00Z")));
      default -> filter("flag", "exact").put("value", random.nextBoolean());
    };
  }

  private ObjectNode text() {
    String operator =
        pick(
            List.of(
                "exact",
                "is_not",
                "icontains",
                "not_icontains",
                "starts_with",
                "not_ends_with",
                "ends_with",
                "not_starts_with",
                "is_set",
                "regex",
                "not_regex"));
    ObjectNode filter = filter("word", operator);
    switch (operator) {
      case "exact", "is_not" -> filter.putArray("value").add(word()).add(word());
      case "regex", "not_regex" -> filter.put("value", pick(PATTERNS));
      default -> filter.set("value", word());
    }
    return filter;
  }

  private ObjectNode number() {
    return filter("number", pick(List.of("gt", "gte", "lt", "lte")))
        .put("value", random.nextInt(20));
  }

  private static ObjectNode filter(String key, String operator) {
    return JSON.objectNode()
        .put("type", "person")
        .put("key", key)
        .put("operator", key.equals("version") ? "semver_" + operator : operator);
  }

  private JsonNode word() {
    return JSON.textNode(pick(WORDS));
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
