package dev.tenrec.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tenrec.flags.FlagAnswer;
import dev.tenrec.flags.FlagPlan;
import dev.tenrec.flags.Subject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Our evaluator held to an implementation that others wrote: the Node SDK's local evaluation, over
 * random definitions and users. What the SDK leaves to the server is not compared; that it is
 * little is tested too.
 */
class TestFlagReference {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ROUNDS = 60;
  private static final int USERS = 60;

  @Test
  void ourAnswersAreThoseOfTheNodeSdk() throws Exception {
    long seed = System.nanoTime();
    RandomFlags flags = new RandomFlags(new Random(seed));
    ArrayNode rounds = JSON.createArrayNode();
    for (int number = 0; number < ROUNDS; number++) {
      ObjectNode round = rounds.addObject();
      round.set("definitions", flags.definitions());
      ArrayNode users = round.putArray("users");
      for (int user = 0; user < USERS; user++) {
        users.add(flags.user(user));
      }
    }
    Path file = Files.createTempFile("flag-rounds", ".json");
    Files.writeString(file, rounds.toString());
    JsonNode reference = NodeScript.run("sdk/reference-node.mjs", file);

    int compared = 0;
    int asked = 0;
    for (int number = 0; number < ROUNDS; number++) {
      JsonNode round = rounds.get(number);
      FlagPlan plan = plan(round.path("definitions"));
      assertThat(plan.broken()).isEmpty();
      for (int user = 0; user < USERS; user++) {
        JsonNode who = round.path("users").get(user);
        JsonNode expected = reference.get(number).get(user);
        for (FlagAnswer answer : plan.evaluate(subject(who)).values()) {
          asked++;
          if (expected.has(answer.flag())) {
            compared++;
            assertThat(value(answer))
                .as(
                    "seed %d, round %d, %s for %s in %s",
                    seed, number, answer.flag(), who, round.path("definitions"))
                .isEqualTo(expected.get(answer.flag()));
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(asked * 3 / 5);
    Files.delete(file);
  }

  private static FlagPlan plan(JsonNode definitions) {
    List<JsonNode> cohorts = new ArrayList<>();
    definitions
        .path("cohorts")
        .properties()
        .forEach(
            entry -> {
              ObjectNode cohort = JSON.createObjectNode().put("id", Long.parseLong(entry.getKey()));
              cohort.putObject("filters").set("properties", entry.getValue());
              cohorts.add(cohort);
            });
    List<JsonNode> flags = new ArrayList<>();
    definitions.path("flags").forEach(flags::add);
    return FlagPlan.compile(flags, cohorts, Map.of(0, "company"));
  }

  private static Subject subject(JsonNode user) {
    return new Subject(
        user.path("distinctId").asText(),
        Optional.empty(),
        Map.of(),
        map(user.path("personProperties")),
        Map.of("company", user.path("groups").path("company").asText()),
        Map.of("company", map(user.path("groupProperties").path("company"))),
        Set.of(),
        Instant.now());
  }

  private static Map<String, JsonNode> map(JsonNode object) {
    Map<String, JsonNode> map = new HashMap<>();
    object.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue()));
    return map;
  }

  private static JsonNode value(FlagAnswer answer) {
    return answer
        .variant()
        .<JsonNode>map(TextNode::valueOf)
        .orElse(BooleanNode.valueOf(answer.enabled()));
  }
}
