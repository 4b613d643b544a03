package dev.tenrec.demo.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** What posthog-js makes of the large parts of an event: a gzip of them, a character for a byte. */
final class Zipped {
  /** The mark of events that have such parts. */
  static final String VERSION = "2024-10";

  private Zipped() {}

  static TextNode of(JsonNode part) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(part.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException("A part was not zipped in memory", impossible);
    }
    return TextNode.valueOf(bytes.toString(StandardCharsets.ISO_8859_1));
  }
}
