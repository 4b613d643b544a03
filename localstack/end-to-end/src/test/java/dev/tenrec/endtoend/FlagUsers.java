package dev.tenrec.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.flags.FlagAnswer;
import dev.tenrec.flags.FlagPlan;
import dev.tenrec.flags.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Users that differ in everything flags look at, and what our evaluator says of each. */
final class FlagUsers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PLANS = List.of("free", "Pro", "team");

  private FlagUsers() {}

  static List<User> of(int count) {
    return IntStream.range(0, count).mapToObj(FlagUsers::user).toList();
  }

  private static User user(int number) {
    Map<String, Object> properties = new TreeMap<>();
    properties.put("plan", PLANS.get(number % 3));
    properties.put("age", number % 90);
    properties.put("email", "user" + number + (number % 2 == 0 ? "@example.com" : "@other.org"));
    properties.put("version", "1." + number % 12 + "." + number % 7);
    properties.put("joined", "20" + (10 + number % 16) + "-03-01");
    return new User(
        "user-" + number, properties, "company-" + number % 500, Map.of("seats", number % 100));
  }

  /** Writes the users as the Node program reads them. */
  static Path write(List<User> users) throws IOException {
    ArrayNode all = JSON.createArrayNode();
    for (User user : users) {
      ObjectNode one = all.addObject().put("distinctId", user.distinctId());
      one.set("personProperties", JSON.valueToTree(user.properties()));
      one.putObject("groups").put("company", user.company());
      one.putObject("groupProperties").set("company", JSON.valueToTree(user.companyProperties()));
    }
    Path file = Files.createTempFile("flag-users", ".json");
    Files.writeString(file, all.toString());
    return file;
  }

  /** What our evaluator answers, user by user, as {@code flag=value,...}. */
  static List<String> evaluated(JsonNode definitions, JsonNode cohorts, List<User> users) {
    FlagPlan plan = FlagPlan.compile(list(definitions), list(cohorts), Map.of(0, "company"));
    Instant now = Instant.now();
    return users.stream().map(user -> written(plan.evaluate(user.subject(now)))).toList();
  }

  private static String written(Map<String, FlagAnswer> answers) {
    return new TreeMap<>(answers)
        .values().stream()
            .map(
                answer ->
                    answer.flag()
                        + "="
                        + answer.variant().orElseGet(() -> String.valueOf(answer.enabled())))
            .collect(Collectors.joining(","));
  }

  private static List<JsonNode> list(JsonNode array) {
    return IntStream.range(0, array.size()).mapToObj(array::get).toList();
  }

  /**
   * One user.
   *
   * @param distinctId who
   * @param properties what is known of them
   * @param company the group they belong to
   * @param companyProperties what is known of that
   */
  record User(
      String distinctId,
      Map<String, Object> properties,
      String company,
      Map<String, Object> companyProperties) {
    private Subject subject(Instant now) {
      return new Subject(
          distinctId,
          Optional.empty(),
          Map.of(),
          nodes(properties),
          Map.of("company", company),
          Map.of("company", nodes(companyProperties)),
          Set.of(),
          now);
    }

    private static Map<String, JsonNode> nodes(Map<String, Object> values) {
      Map<String, JsonNode> nodes = new HashMap<>();
      values.forEach((name, value) -> nodes.put(name, JSON.valueToTree(value)));
      return nodes;
    }
  }
}
