package dev.tenrec.events.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** How a payload is compressed, by what the sender says; the bytes themselves may say otherwise. */
enum Encoding {
  NONE,
  GZIP,
  LZ64,
  DEFLATE,
  BROTLI,
  ZSTD;

  /** The encoding of a hint or of a Content-Encoding header; empty when it names none we know. */
  static Optional<Encoding> named(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "gzip", "gzip-js", "x-gzip" -> Optional.of(GZIP);
      case "lz64", "lz-string" -> Optional.of(LZ64);
      case "deflate" -> Optional.of(DEFLATE);
      case "br" -> Optional.of(BROTLI);
      case "zstd" -> Optional.of(ZSTD);
      // Base64 shows itself; the hint adds nothing.
      case "base64", "b64" -> Optional.of(NONE);
      default -> Optional.empty();
    };
  }

  static boolean isGzip(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b && bytes[2] == 8;
  }

  /** The content decompressed, within {@link CaptureDecoder#PAYLOAD_LIMIT}. */
  byte[] decode(byte[] content) throws RefusedException {
    // Gzip shows itself, and newest browsers send it without a hint. The other way round, an edge
    // may have decompressed already and left the header.
    if (isGzip(content)) {
      return read("gzip", GZIPInputStream::new, content);
    }
    if (Payload.looksLikeJson(content)) {
      return limited(content);
    }
    return switch (this) {
      case NONE -> limited(content);
      case GZIP -> read("gzip", GZIPInputStream::new, content);
      case LZ64 -> lz64(content);
      case DEFLATE -> read("deflate", in -> inflate(in, content), content);
      case BROTLI -> read("br", BrotliInputStream::new, content);
      case ZSTD -> read("zstd", ZstdInputStream::new, content);
    };
  }

  private static byte[] lz64(byte[] content) throws RefusedException {
    int limit = CaptureDecoder.PAYLOAD_LIMIT;
    return limited(LzString.decompress(new String(content, ISO_8859_1), limit).getBytes(UTF_8));
  }

  // The header means the zlib format; some clients send the raw one.
  private static InputStream inflate(InputStream in, byte[] content) {
    boolean zlib =
        content.length > 1
            && (content[0] & 0x0f) == 8
            && (((content[0] & 0xff) << 8) | (content[1] & 0xff)) % 31 == 0;
    return new InflaterInputStream(in, new Inflater(!zlib));
  }

  private static byte[] read(String name, Decompressor decompressor, byte[] content)
      throws RefusedException {
    try (InputStream stream = decompressor.open(new ByteArrayInputStream(content))) {
      return limited(stream.readNBytes(CaptureDecoder.PAYLOAD_LIMIT + 1));
    } catch (IOException | RuntimeException broken) {
      throw new RefusedException(
          400, "invalid_compression", "The payload is not " + name + ": " + broken.getMessage());
    }
  }

  private static byte[] limited(byte[] plain) throws RefusedException {
    if (plain.length > CaptureDecoder.PAYLOAD_LIMIT) {
      throw tooLarge();
    }
    return plain;
  }

  static RefusedException tooLarge() {
    return new RefusedException(
        413,
        "payload_too_large",
        "The payload has more than %d MiB once decompressed: send fewer events at once"
            .formatted(CaptureDecoder.PAYLOAD_LIMIT >> 20));
  }

  @FunctionalInterface
  private interface Decompressor {
    InputStream open(InputStream compressed) throws IOException;
  }
}
