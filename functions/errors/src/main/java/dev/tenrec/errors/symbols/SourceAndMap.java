package dev.tenrec.errors.symbols;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.tenrec.errors.sourcemap.SourceMapException;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A script and its source map, as {@code posthog-cli sourcemap upload} packs them: a magic word, a
 * version, a kind and, from version 2 on, a compression, all little-endian; then both texts, each
 * after its length in eight bytes.
 *
 * @param script the minified script
 * @param map the source map's JSON
 */
public record SourceAndMap(String script, String map) {
  private static final byte[] MAGIC = "posthog_error_tracking".getBytes(US_ASCII);
  private static final int KIND = 2;
  private static final int MOST_BYTES = 200 * 1024 * 1024;

  public SourceAndMap {
    requireNonNull(script, "script is null");
    requireNonNull(map, "map is null");
  }

  /**
   * Reads a container.
   *
   * @throws SourceMapException when it is not one, or holds something else
   */
  public static SourceAndMap read(byte[] container) {
    ByteBuffer bytes = ByteBuffer.wrap(container).order(ByteOrder.LITTLE_ENDIAN);
    if (container.length < MAGIC.length + 8
        || !Arrays.equals(container, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new SourceMapException(
          "The upload is not a symbol set: it was not made by posthog-cli");
    }
    bytes.position(MAGIC.length);
    int version = bytes.getInt();
    int kind = bytes.getInt();
    if (kind != KIND) {
      throw new SourceMapException(
          "The symbol set is of kind " + kind + ": only source maps are read");
    }
    ByteBuffer content =
        switch (version) {
          case 1 -> bytes.slice();
          case 2 -> decompressed(bytes);
          default -> throw new SourceMapException("The symbol set has version " + version);
        };
    content.order(ByteOrder.LITTLE_ENDIAN);
    return new SourceAndMap(text(content), text(content));
  }

  private static ByteBuffer decompressed(ByteBuffer bytes) {
    byte compression = bytes.get();
    if (compression == 0) {
      return bytes.slice();
    }
    byte[] rest = new byte[bytes.remaining()];
    bytes.get(rest);
    try (ZstdInputStream stream = new ZstdInputStream(new ByteArrayInputStream(rest))) {
      return ByteBuffer.wrap(stream.readNBytes(MOST_BYTES));
    } catch (IOException | RuntimeException broken) {
      throw new SourceMapException("The symbol set is not zstd: " + broken.getMessage());
    }
  }

  private static String text(ByteBuffer content) {
    if (content.remaining() < Long.BYTES) {
      throw new SourceMapException("The symbol set is cut off");
    }
    long length = content.getLong();
    if (length < 0 || length > content.remaining()) {
      throw new SourceMapException("The symbol set is cut off");
    }
    byte[] text = new byte[(int) length];
    content.get(text);
    return new String(text, UTF_8);
  }
}
