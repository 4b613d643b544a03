package dev.tenrec.cloud.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Writes answers, each in one piece, so that a small one is one packet. */
final class ResponseWriter {
  private static final int IN_ONE_PIECE = 64 * 1024;

  private final OutputStream out;

  ResponseWriter(OutputStream out) {
    this.out = out;
  }

  void write(WebResponse response, boolean head, boolean keepAlive) throws IOException {
    boolean bodiless =
        response.status() < 200 || response.status() == 204 || response.status() == 304;
    StringBuilder text = new StringBuilder(256);
    text.append("HTTP/1.1 ").append(response.status()).append(' ').append("\r\n");
    boolean sized = false;
    for (Map.Entry<String, String> header : response.headers()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      switch (name) {
        case "connection", "transfer-encoding", "keep-alive" -> {}
        case "content-length" -> {
          // Of an answer to HEAD only the handler knows the length.
          if (head && !sized) {
            sized = true;
            append(text, header.getKey(), header.getValue());
          }
        }
        default -> append(text, header.getKey(), header.getValue());
      }
    }
    if (!sized && !bodiless) {
      append(text, "content-length", "" + response.body().length);
    }
    append(text, "connection", keepAlive ? "keep-alive" : "close");
    text.append("\r\n");
    byte[] start = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] body = head || bodiless ? new byte[0] : response.body();
    if (start.length + body.length <= IN_ONE_PIECE) {
      ByteArrayOutputStream whole = new ByteArrayOutputStream(start.length + body.length);
      whole.writeBytes(start);
      whole.writeBytes(body);
      whole.writeTo(out);
    } else {
      out.write(start);
      out.write(body);
    }
    out.flush();
  }

  private static void append(StringBuilder text, String name, String value) {
    text.append(oneLine(name)).append(": ").append(oneLine(value)).append("\r\n");
  }

  // A line break in a value would begin a header of its own.
  private static String oneLine(String text) {
    return text.indexOf('\n') < 0 && text.indexOf('\r') < 0
        ? text
        : text.replace('\n', ' ').replace('\r', ' ');
  }
}
