package dev.tenrec.cloud.resources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.cloud.state.JsonFile;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The values of secrets: as the template says, or made once and kept. */
public final class Secrets {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final JsonFile file;
  private final RandomGenerator random;

  public Secrets(JsonFile file, RandomGenerator random) {
    this.file = file;
    this.random = random;
  }

  /**
   * The value of a secret.
   *
   * @param field the field of a JSON value; empty for the whole
   */
  synchronized Optional<String> value(String name, JsonNode properties, String field) {
    String value =
        properties.hasNonNull("SecretString")
            ? properties.get("SecretString").asText()
            : made(name, properties.path("GenerateSecretString"));
    if (field.isEmpty()) {
      return Optional.of(value);
    }
    try {
      return Optional.ofNullable(JSON.readTree(value).get(field)).map(JsonNode::asText);
    } catch (JsonProcessingException noFields) {
      return Optional.empty();
    }
  }

  private String made(String name, JsonNode rule) {
    ObjectNode known = file.read();
    if (known.has(name)) {
      return known.get(name).asText();
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rule.path("PasswordLength").asInt(32); i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    String value = text.toString();
    if (rule.has("GenerateStringKey")) {
      value = field(rule, value);
    }
    known.put(name, value);
    file.write(known);
    return value;
  }

  private static String field(JsonNode rule, String value) {
    try {
      JsonNode template = JSON.readTree(rule.path("SecretStringTemplate").asText("{}"));
      return ((ObjectNode) template).put(rule.get("GenerateStringKey").asText(), value).toString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "SecretStringTemplate is not JSON: " + e.getOriginalMessage(), e);
    }
  }
}
