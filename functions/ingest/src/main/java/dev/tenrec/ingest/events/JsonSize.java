package dev.tenrec.ingest.events;

import com.fasterxml.jackson.databind.JsonNode;

/** How much room a value takes as JSON text in UTF-8; never less than it really does. */
public final class JsonSize {
  private static final int NUMBER = 24;
  private static final int ESCAPED = 6;
  private static final int WIDE = 3;

  private JsonSize() {}

  /** At most that many bytes. */
  public static long of(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> {
        long bytes = 2;
        for (var field : value.properties()) {
          bytes += 2 + of(field.getKey()) + of(field.getValue());
        }
        yield bytes;
      }
      case ARRAY -> {
        long bytes = 2;
        for (JsonNode element : value) {
          bytes += 1 + of(element);
        }
        yield bytes;
      }
      case STRING -> of(value.textValue());
      case NUMBER -> value.isInt() || value.isLong() ? NUMBER : value.asText().length() + NUMBER;
      case BOOLEAN, NULL -> 5;
      case BINARY, MISSING, POJO -> value.toString().length() + 2L;
    };
  }

  private static long of(String text) {
    long bytes = 2;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character < ' ') {
        bytes += ESCAPED;
      } else if (character == '"' || character == '\\') {
        bytes += 2;
      } else {
        bytes += character < 0x80 ? 1 : WIDE;
      }
    }
    return bytes;
  }
}
