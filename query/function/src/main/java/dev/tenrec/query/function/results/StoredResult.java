package dev.tenrec.query.function.results;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A result as bytes.
 *
 * @param contentType its media type
 * @param compressed whether the bytes are gzip
 */
public record StoredResult(String contentType, boolean compressed, byte[] bytes) {
  public StoredResult {
    requireNonNull(contentType, "contentType is null");
    requireNonNull(bytes, "bytes is null");
  }

  /** The same, compressed. */
  public StoredResult compress() {
    if (compressed) {
      return this;
    }
    ByteArrayOutputStream smaller = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(smaller)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Memory could not be written", impossible);
    }
    return new StoredResult(contentType, true, smaller.toByteArray());
  }

  /** The bytes as they are meant. */
  public byte[] plain() {
    if (!compressed) {
      return bytes;
    }
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return gzip.readAllBytes();
    } catch (IOException damaged) {
      throw new UncheckedIOException("A stored result is not gzip", damaged);
    }
  }
}
