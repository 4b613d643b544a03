package dev.tenrec.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Base64;

/** A body that could not be decoded, as text that can be turned into the body again. */
final class RawBody {
  private RawBody() {}

  /** The body where it is text, else its base64 behind {@code base64:}. */
  static String text(byte[] body) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException binary) {
      // No more than is kept of it.
      int kept = Math.min(body.length, Rejections.UNKNOWN_LIMIT);
      return "base64:" + Base64.getEncoder().encodeToString(Arrays.copyOf(body, kept));
    }
  }
}
