package dev.tenrec.emulators.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.emulators.protocol.AwsJsonRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The MD5 sums by which an SDK checks that a message came through whole. */
final class MessageDigests {
  private static final int STRING = 1;
  private static final int BINARY = 2;

  private MessageDigests() {}

  static String ofBody(String body) {
    return md5(body.getBytes(StandardCharsets.UTF_8));
  }

  /** Of names, types and values in order of the names, each with its length in front. */
  static String ofAttributes(JsonNode attributes) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    attributes.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    sorted.forEach(
        (name, value) -> {
          add(bytes, name.getBytes(StandardCharsets.UTF_8));
          String type = value.path("DataType").asText();
          add(bytes, type.getBytes(StandardCharsets.UTF_8));
          bytes.write(type.startsWith("Binary") ? BINARY : STRING);
          add(bytes, value(value));
        });
    return md5(bytes.toByteArray());
  }

  /** The value of one attribute as bytes. */
  static byte[] value(JsonNode attribute) {
    return attribute.path("DataType").asText().startsWith("Binary")
        ? AwsJsonRequest.bytes(attribute, "BinaryValue")
        : attribute.path("StringValue").asText().getBytes(StandardCharsets.UTF_8);
  }

  private static void add(ByteArrayOutputStream bytes, byte[] value) {
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
    bytes.writeBytes(value);
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has MD5", e);
    }
  }
}
