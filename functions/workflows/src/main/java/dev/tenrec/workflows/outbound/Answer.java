package dev.tenrec.workflows.outbound;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An answer of HTTP/1.1, its body cut.
 *
 * @param status its code
 * @param body as much of it as is of interest
 */
record Answer(int status, String body) {
  static final int MOST_BODY = 64 * 1024;
  private static final int MOST_HEAD = 32 * 1024;

  static Answer read(InputStream input, String method) throws IOException {
    while (true) {
      int[] left = {MOST_HEAD};
      int status = status(line(input, left));
      Map<String, String> headers = headers(input, left);
      if (status >= 200) {
        boolean hasBody = !method.equals("HEAD") && status != 204 && status != 304;
        return new Answer(status, hasBody ? body(input, headers) : "");
      }
    }
  }

  private static int status(String line) throws ProtocolException {
    if (!line.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
      throw new ProtocolException("The answer is not HTTP/1.1");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private static Map<String, String> headers(InputStream input, int[] left) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(input, left); !line.isEmpty(); line = line(input, left)) {
      String[] parts = line.split(":", 2);
      if (parts.length == 2) {
        headers.put(parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip());
      }
    }
    return headers;
  }

  private static String body(InputStream input, Map<String, String> headers) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (headers
        .getOrDefault("transfer-encoding", "")
        .toLowerCase(Locale.ROOT)
        .contains("chunked")) {
      chunks(input, body);
    } else {
      String length = headers.getOrDefault("content-length", "");
      copy(input, body, length.matches("[0-9]{1,9}") ? Integer.parseInt(length) : MOST_BODY);
    }
    return body.toString(StandardCharsets.UTF_8);
  }

  private static void chunks(InputStream input, ByteArrayOutputStream body) throws IOException {
    while (body.size() < MOST_BODY) {
      String size = line(input, new int[] {1_000}).split(";", 2)[0].strip();
      if (!size.matches("[0-9A-Fa-f]{1,7}")) {
        throw new ProtocolException("The answer has a broken chunk");
      }
      int length = Integer.parseInt(size, 16);
      if (length == 0) {
        return;
      }
      copy(input, body, length);
      if (body.size() < MOST_BODY) {
        line(input, new int[] {2});
      }
    }
  }

  private static void copy(InputStream input, ByteArrayOutputStream body, int length)
      throws IOException {
    byte[] read = input.readNBytes(Math.min(length, MOST_BODY - body.size()));
    body.writeBytes(read);
  }

  private static String line(InputStream input, int[] left) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = input.read(); next != '\n'; next = input.read()) {
      if (next < 0) {
        throw new EOFException("The connection ended before the answer did");
      }
      if (left[0]-- == 0) {
        throw new ProtocolException("The head of the answer is too long");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
