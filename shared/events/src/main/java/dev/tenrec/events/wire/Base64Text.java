package dev.tenrec.events.wire;

import java.util.Base64;

/**
 * Base64 as SDKs send it: either alphabet, with or without padding, plus signs turned to spaces.
 */
final class Base64Text {
  private static final int LOOK_AT = 128;

  private Base64Text() {}

  /** Whether the bytes can be told to be base64 without knowing. */
  static boolean looksLike(byte[] bytes) {
    if (bytes.length == 0 || bytes.length % 4 != 0) {
      return false;
    }
    for (int at = 0; at < Math.min(bytes.length, LOOK_AT); at++) {
      if (!isBase64(bytes[at])) {
        return false;
      }
    }
    return true;
  }

  static byte[] decode(String text) throws RefusedException {
    String standard = text.strip().replace(' ', '+').replace('-', '+').replace('_', '/');
    try {
      return Base64.getDecoder().decode(standard);
    } catch (IllegalArgumentException broken) {
      throw new RefusedException(
          400, "invalid_base64", "The payload is not base64: " + broken.getMessage());
    }
  }

  private static boolean isBase64(byte character) {
    return (character >= 'A' && character <= 'Z')
        || (character >= 'a' && character <= 'z')
        || (character >= '0' && character <= '9')
        || character == '+'
        || character == '/'
        || character == '=';
  }
}
