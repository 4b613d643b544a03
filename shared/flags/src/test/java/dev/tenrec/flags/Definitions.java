package dev.tenrec.flags;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Definitions and subjects as the tests write them: JSON with single quotes. */
final class Definitions {
  static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Definitions() {}

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(text, broken);
    }
  }

  static JsonNode flag(int id, String key, String filters) {
    return json("{'id':%d,'key':'%s','active':true,'filters':%s}".formatted(id, key, filters));
  }

  static FlagPlan plan(JsonNode... definitions) {
    return FlagPlan.compile(Arrays.asList(definitions), List.of(), Map.of(0, "company"));
  }

  static Subject person(String distinctId, String properties) {
    return Subject.person(distinctId, map(properties), NOW);
  }

  static Subject member(String distinctId, String company, String companyProperties) {
    return new Subject(
        distinctId,
        Optional.empty(),
        Map.of(),
        Map.of(),
        Map.of("company", company),
        Map.of("company", map(companyProperties)),
        Set.of(),
        NOW);
  }

  static Map<String, JsonNode> map(String object) {
    Map<String, JsonNode> map = new HashMap<>();
    json(object).properties().forEach(entry -> map.put(entry.getKey(), entry.getValue()));
    return map;
  }

  static FlagAnswer only(FlagPlan plan, Subject subject) {
    return List.copyOf(plan.evaluate(subject).values()).getFirst();
  }
}
