package dev.tenrec.cloud.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one request after the other from a connection. */
final class RequestReader {
  private static final int LONGEST_LINE = 32 * 1024;
  private static final int MOST_HEADERS = 200;

  /** Beyond this, a body is not even read to be thrown away. */
  private static final long HOPELESS = 64L * 1024 * 1024;

  private final ConnectionInput in;
  private final OutputStream out;
  private final String remoteAddress;
  private final int largestBody;
  private final BodyBudget.Share budget;

  RequestReader(
      ConnectionInput in,
      OutputStream out,
      String remoteAddress,
      int largestBody,
      BodyBudget.Share budget) {
    this.in = in;
    this.out = out;
    this.remoteAddress = remoteAddress;
    this.largestBody = largestBody;
    this.budget = budget;
  }

  WebRequest read() throws IOException, BadRequestException {
    String[] words = in.line(LONGEST_LINE).split(" ", -1);
    if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
      throw new BadRequestException(400, "The first line is not one of HTTP/1.1");
    }
    Map<String, String> headers = headers();
    if (words[2].equals("HTTP/1.0")) {
      headers.putIfAbsent("connection", "close");
    }
    String target = target(words[1]);
    int question = target.indexOf('?');
    Optional<byte[]> body = body(headers);
    return new WebRequest(
        words[0],
        question < 0 ? target : target.substring(0, question),
        question < 0 ? "" : target.substring(question + 1),
        headers,
        body.orElse(new byte[0]),
        body.isEmpty(),
        remoteAddress);
  }

  private static String target(String target) throws BadRequestException {
    if (target.startsWith("/")) {
      return target;
    }
    // A proxy's form: http://host/path
    int host = target.indexOf("://");
    if (host < 0) {
      throw new BadRequestException(400, "The request target " + target + " is no path");
    }
    int path = target.indexOf('/', host + 3);
    return path < 0 ? "/" : target.substring(path);
  }

  private Map<String, String> headers() throws IOException, BadRequestException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (int count = 0; ; count++) {
      String line = in.line(LONGEST_LINE);
      if (line.isEmpty()) {
        return headers;
      }
      int colon = line.indexOf(':');
      if (colon < 1 || count == MOST_HEADERS) {
        throw new BadRequestException(
            count == MOST_HEADERS ? 431 : 400, "There is a header that is none, or too many");
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      String separator = name.equals("cookie") ? "; " : ",";
      headers.merge(
          name, line.substring(colon + 1).strip(), (first, more) -> first + separator + more);
    }
  }

  // Empty when it is larger than is taken.
  private Optional<byte[]> body(Map<String, String> headers)
      throws IOException, BadRequestException {
    boolean chunked =
        headers.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT).contains("chunked");
    String length = headers.get("content-length");
    if (chunked && length != null) {
      throw new BadRequestException(400, "A body is either chunked or of a length, not both");
    }
    if (!chunked && length == null) {
      return Optional.of(new byte[0]);
    }
    if (headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }
    return chunked ? chunks() : sized(length);
  }

  private Optional<byte[]> sized(String text) throws IOException, BadRequestException {
    if (!text.matches("\\d{1,18}")) {
      throw new BadRequestException(400, "content-length is " + text + ": it is a number");
    }
    long length = Long.parseLong(text);
    if (length > largestBody) {
      forget(length);
      return Optional.empty();
    }
    budget.take((int) length);
    byte[] body = new byte[(int) length];
    in.read(body, 0, body.length);
    return Optional.of(body);
  }

  private Optional<byte[]> chunks() throws IOException, BadRequestException {
    // All at once: two that wait for the rest of theirs would wait for ever.
    budget.take(largestBody);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    long total = 0;
    while (true) {
      String size = in.line(LONGEST_LINE).split(";", 2)[0].strip();
      if (!size.matches("[0-9A-Fa-f]{1,8}")) {
        throw new BadRequestException(400, "A chunk has the size " + size);
      }
      int length = Math.toIntExact(Math.min(Long.parseLong(size, 16), Integer.MAX_VALUE));
      if (length == 0) {
        while (!in.line(LONGEST_LINE).isEmpty()) {
          // A trailer says nothing that is needed.
        }
        return total > largestBody ? Optional.empty() : Optional.of(body.toByteArray());
      }
      total += length;
      if (total > largestBody) {
        body.reset();
        if (total > HOPELESS) {
          throw new BadRequestException(413, "The body is larger than " + HOPELESS + " bytes");
        }
        in.skip(length);
      } else {
        byte[] chunk = new byte[length];
        in.read(chunk, 0, length);
        body.write(chunk);
      }
      in.line(LONGEST_LINE);
    }
  }

  // The client gets its answer only when it has sent everything, so everything is read.
  private void forget(long length) throws IOException, BadRequestException {
    if (length > HOPELESS) {
      throw new BadRequestException(413, "The body is larger than " + HOPELESS + " bytes");
    }
    in.skip(length);
  }
}
