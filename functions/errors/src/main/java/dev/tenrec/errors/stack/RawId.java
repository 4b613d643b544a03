package dev.tenrec.errors.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The name of a frame as it was reported: a hash of what tells it from others. */
final class RawId {
  private static final List<String> TELLING =
      List.of(
          "platform",
          "filename",
          "abs_path",
          "source",
          "function",
          "mangled_name",
          "module",
          "lineno",
          "line",
          "colno",
          "column",
          "chunk_id",
          "map_id",
          "instruction_addr");

  private RawId() {}

  static String of(ObjectNode frame) {
    MessageDigest digest = sha256();
    for (String field : TELLING) {
      digest.update((field + "=" + frame.path(field).asText("") + "\n").getBytes(UTF_8));
    }
    // PostHog counts the frames that one reported frame resolves to; here it is always one.
    return HexFormat.of().formatHex(digest.digest(), 0, 16) + "/0";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("This Java has no SHA-256", missing);
    }
  }
}
