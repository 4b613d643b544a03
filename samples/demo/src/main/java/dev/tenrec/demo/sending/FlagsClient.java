package dev.tenrec.demo.sending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.demo.shop.FlagSource;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks {@code /flags/} as an SDK does, for some of the devices: the others are like visitors whose
 * network lets no question through, and thousands of requests less. Who has asked once is not asked
 * for again: the flags do not change while the traffic is sent.
 */
public final class FlagsClient implements FlagSource {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ONE_IN = 3;

  private final Map<Question, Map<String, Answer>> known = new ConcurrentHashMap<>();
  private final Connection connection;
  private final String token;

  public FlagsClient(Connection connection, String token) {
    this.connection = connection;
    this.token = token;
  }

  @Override
  public Map<String, Answer> ask(Question question) {
    if (Math.floorMod(question.deviceId().hashCode(), ONE_IN) != 0) {
      return Map.of();
    }
    Map<String, Answer> before = known.get(question);
    if (before != null) {
      return before;
    }
    Map<String, Answer> answers = read(answer(question));
    known.put(question, answers);
    return answers;
  }

  private String answer(Question question) {
    ObjectNode body = JSON.createObjectNode();
    body.put("token", token).put("distinct_id", question.distinctId());
    body.put("$device_id", question.deviceId());
    question.anonymousId().ifPresent(id -> body.put("$anon_distinct_id", id));
    ObjectNode person = body.putObject("person_properties");
    question.personProperties().forEach(person::put);
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    try {
      return connection.post("/flags/?v=2", () -> bytes, "content-type", "application/json");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NotTakenException("Stopped while asking for flags", stopped);
    }
  }

  private static Map<String, Answer> read(String text) {
    Map<String, Answer> answers = new TreeMap<>();
    try {
      for (JsonNode flag : JSON.readTree(text).path("flags")) {
        JsonNode variant = flag.path("variant");
        answers.put(
            flag.path("key").asText(),
            new Answer(
                variant.isTextual()
                    ? variant
                    : BooleanNode.valueOf(flag.path("enabled").asBoolean()),
                flag.path("metadata").path("id").asLong(),
                flag.path("metadata").path("version").asLong(),
                flag.path("reason").path("description").asText()));
      }
    } catch (JsonProcessingException broken) {
      throw new NotTakenException("/flags/ answered no JSON: " + text, broken);
    }
    return answers;
  }
}
