package dev.tenrec.query.engine.columns;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Semaphore;

/**
 * Copies parts of objects into files, a limited number at a time, and tries again what breaks off.
 */
final class RangeFetcher {
  private static final int CONNECTIONS = 64;
  private static final int ATTEMPTS = 3;
  private static final int BUFFER = 64 << 10;

  private final ObjectReader objects;
  private final Semaphore connections = new Semaphore(CONNECTIONS);

  RangeFetcher(ObjectReader objects) {
    this.objects = objects;
  }

  /** Copies the range to the same place in {@code file}. */
  void fetch(String location, ByteRange range, Path file) throws IOException {
    connections.acquireUninterruptibly();
    try {
      for (int attempt = 1; ; attempt++) {
        try {
          copy(location, range, file);
          return;
        } catch (IOException failed) {
          if (attempt == ATTEMPTS) {
            throw failed;
          }
        }
      }
    } finally {
      connections.release();
    }
  }

  private void copy(String location, ByteRange range, Path file) throws IOException {
    try (InputStream bytes = objects.open(location, range.start(), range.length());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      byte[] buffer = new byte[(int) Math.min(BUFFER, range.length())];
      long at = range.start();
      while (at < range.end()) {
        int read = bytes.read(buffer, 0, (int) Math.min(buffer.length, range.end() - at));
        if (read < 0) {
          throw new IOException(
              location
                  + " broke off at byte "
                  + at
                  + " of "
                  + range.start()
                  + " to "
                  + range.end());
        }
        ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, read);
        while (chunk.hasRemaining()) {
          at += channel.write(chunk, at);
        }
      }
    }
  }
}
