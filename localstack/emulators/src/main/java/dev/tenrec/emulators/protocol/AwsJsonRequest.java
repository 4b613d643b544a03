package dev.tenrec.emulators.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** The body of one call, and the encoding in which the answer's moments have to be written. */
public record AwsJsonRequest(JsonNode body, Encoding encoding) {

  public AwsJsonRequest {
    if (!body.isObject()) {
      throw AwsFailure.client(
          "SerializationException", "The body is " + body.getNodeType() + ": send an object");
    }
  }

  /** A string that has to be there. */
  public String text(String name) {
    return optionalText(name).orElseThrow(() -> missing(name));
  }

  public Optional<String> optionalText(String name) {
    return optional(name).map(JsonNode::asText);
  }

  /** An integer that has to be there. */
  public int integer(String name) {
    return optionalInteger(name).orElseThrow(() -> missing(name));
  }

  public Optional<Integer> optionalInteger(String name) {
    return optional(name).map(JsonNode::asInt);
  }

  public Optional<Instant> optionalMoment(String name) {
    return optional(name).map(value -> encoding.moment(value.decimalValue()));
  }

  /** Bytes that have to be there. */
  public byte[] bytes(String name) {
    return bytes(body, name);
  }

  /** Bytes that have to be in {@code node}. */
  public static byte[] bytes(JsonNode node, String name) {
    try {
      if (node.hasNonNull(name)) {
        return node.get(name).binaryValue();
      }
    } catch (IOException e) {
      throw AwsFailure.client("SerializationException", name + " is not base64: " + e.getMessage());
    }
    throw missing(name);
  }

  /** The child {@code name}, unless it is absent or null. */
  public Optional<JsonNode> optional(String name) {
    return Optional.ofNullable(body.get(name)).filter(value -> !value.isNull());
  }

  private static AwsFailure missing(String name) {
    return AwsFailure.client(
        "ValidationException", "Value at '" + name + "' failed to satisfy constraint: not null");
  }
}
