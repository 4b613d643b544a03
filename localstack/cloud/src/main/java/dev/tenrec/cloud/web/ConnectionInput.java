package dev.tenrec.cloud.web;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What a client sends, line by line or in blocks. */
final class ConnectionInput {
  private final InputStream in;
  private final byte[] buffer = new byte[16 * 1024];
  private int next;
  private int end;

  ConnectionInput(InputStream in) {
    this.in = in;
  }

  /** Whether the client sends anything more; waits until it does or hangs up. */
  boolean hasMore() throws IOException {
    return next < end || fill();
  }

  /** A line without its end, at most {@code longest} bytes of it. */
  String line(int longest) throws IOException, BadRequestException {
    ByteArrayOutputStream line = null;
    while (true) {
      if (next == end && !fill()) {
        throw new EOFException("The client hung up in the middle of a line");
      }
      int from = next;
      while (next < end && buffer[next] != '\n') {
        next++;
      }
      if (next < end && line == null) {
        next++;
        return text(buffer, from, next - 1);
      }
      line = line == null ? new ByteArrayOutputStream() : line;
      line.write(buffer, from, next - from);
      if (line.size() > longest) {
        throw new BadRequestException(431, "A line of the header is longer than " + longest);
      }
      if (next < end) {
        next++;
        return text(line.toByteArray(), 0, line.size());
      }
    }
  }

  /** Reads so many bytes into a place. */
  void read(byte[] into, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (next == end && length - done >= buffer.length) {
        int count = in.read(into, offset + done, length - done);
        if (count < 0) {
          throw new EOFException("The client hung up in the middle of a body");
        }
        done += count;
      } else if (next < end || fill()) {
        int count = Math.min(end - next, length - done);
        System.arraycopy(buffer, next, into, offset + done, count);
        next += count;
        done += count;
      } else {
        throw new EOFException("The client hung up in the middle of a body");
      }
    }
  }

  /** Reads and forgets so many bytes. */
  void skip(long length) throws IOException {
    long left = length;
    while (left > 0) {
      if (next == end && !fill()) {
        throw new EOFException("The client hung up in the middle of a body");
      }
      int count = (int) Math.min(end - next, left);
      next += count;
      left -= count;
    }
  }

  private boolean fill() throws IOException {
    next = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private static String text(byte[] bytes, int from, int to) {
    int length = to > from && bytes[to - 1] == '\r' ? to - from - 1 : to - from;
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }
}
