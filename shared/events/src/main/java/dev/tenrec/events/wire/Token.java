package dev.tenrec.events.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds and checks the token of a request. Whether a project has it is not known here. */
final class Token {
  private static final int LONGEST = 64;
  private static final List<String> FIELDS = List.of("token", "$token", "api_key");

  private Token() {}

  /** The envelope's token; without one, the token that all events agree on. */
  static String of(SentBatch batch) throws RefusedException {
    if (batch.token().isPresent()) {
      return valid(batch.token().get());
    }
    Set<JsonNode> found = new LinkedHashSet<>();
    for (ObjectNode event : batch.events()) {
      inEvent(event).ifPresent(found::add);
    }
    if (found.isEmpty()) {
      throw refused(
          "missing_token", "The request has no api_key: send the project's token with it");
    }
    if (found.size() > 1) {
      throw refused(
          "conflicting_tokens",
          "The events have different api_key values: send one request for each project");
    }
    return valid(found.iterator().next());
  }

  private static Optional<JsonNode> inEvent(ObjectNode event) {
    for (String field : FIELDS) {
      if (event.hasNonNull(field)) {
        return Optional.of(event.get(field));
      }
    }
    return Optional.of(event.path("properties").path("token")).filter(JsonNode::isTextual);
  }

  private static String valid(JsonNode value) throws RefusedException {
    if (!value.isTextual()) {
      throw invalid("not_string");
    }
    return valid(value.textValue());
  }

  /** The token without white space around it. */
  static String valid(String value) throws RefusedException {
    String token = value.strip();
    if (token.isEmpty()) {
      throw invalid("empty");
    }
    if (token.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      throw invalid("too_long");
    }
    if (!token.chars().allMatch(character -> character < 128)) {
      throw invalid("not_ascii");
    }
    if (token.startsWith("phx_")) {
      throw invalid("personal_api_key");
    }
    if (token.indexOf('\0') >= 0) {
      throw invalid("null_byte");
    }
    return token;
  }

  private static RefusedException invalid(String why) {
    return refused("invalid_token", "API key is not valid: " + why);
  }

  private static RefusedException refused(String reason, String message) {
    return new RefusedException(401, reason, message);
  }
}
