package dev.tenrec.emulators.glue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Named JSON objects, each in a file {@code <directory>/<name>.json}. A file is replaced as a
 * whole, and what was answered survives a power cut.
 */
record CatalogFiles(Path directory) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String SUFFIX = ".json";

  Optional<ObjectNode> read(String name) throws IOException {
    Path file = file(name);
    return Files.exists(file)
        ? Optional.of((ObjectNode) MAPPER.readTree(file.toFile()))
        : Optional.empty();
  }

  void write(String name, ObjectNode content) throws IOException {
    Files.createDirectories(directory);
    Path file = file(name);
    Path written = Files.createTempFile(directory, "write", ".tmp");
    Files.write(written, MAPPER.writeValueAsBytes(content));
    try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
  }

  boolean delete(String name) throws IOException {
    return Files.deleteIfExists(file(name));
  }

  /** All names in order. */
  List<String> names() throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(SUFFIX))
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .map(file -> URLDecoder.decode(file, StandardCharsets.UTF_8))
          .sorted()
          .toList();
    }
  }

  /** The objects inside the object {@code name}. */
  CatalogFiles inside(String name) {
    return new CatalogFiles(directory.resolve(encode(name)));
  }

  private Path file(String name) {
    return directory.resolve(encode(name) + SUFFIX);
  }

  private static String encode(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }
}
