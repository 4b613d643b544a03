package dev.tenrec.cloud.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A small JSON object on disk. A write replaces the whole file or does nothing, also when the
 * process is killed in the middle; a reader sees the old or the new content. One writer at a time.
 */
public final class JsonFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path path;

  JsonFile(Path path) {
    this.path = path;
  }

  /** Where it lies. */
  public Path path() {
    return path;
  }

  /** The content; an empty object when there is no file. */
  public ObjectNode read() {
    if (!Files.exists(path)) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      JsonNode content = JSON.readTree(path.toFile());
      if (content instanceof ObjectNode object) {
        return object;
      }
      throw new IOException("it holds no JSON object");
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot read " + path + ": " + e.getMessage() + "; remove it to start it afresh", e);
    }
  }

  /** Replaces the content. */
  public void write(JsonNode content) {
    Path next = path.resolveSibling(path.getFileName() + ".next");
    // Not through a channel: an interruption, as every stop is one, would make the write fail.
    try (OutputStream out = new FileOutputStream(next.toFile())) {
      out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + path, e);
    }
    try {
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + path, e);
    }
  }

  /** Removes it, if it is there. */
  public void remove() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + path, e);
    }
  }
}
