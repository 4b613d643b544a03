package dev.tenrec.flags.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenrec.http.ApiException;

/** Groups as a parameter: a JSON object of group types and keys. */
final class Groups {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Groups() {}

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      throw ApiException.invalid(
          "groups",
          "invalid",
          "groups is " + text + ": write JSON such as {\"company\":\"acme\"}.");
    }
  }
}
