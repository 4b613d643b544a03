package dev.tenrec.emulators.sqs;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** A queue in a directory of its own: its attributes in one file, its messages in another. */
final class StandardQueue implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String SETTINGS = "queue.json";
  private static final String MESSAGES = "messages.log";

  /** What the settings file holds. */
  record Settings(String name, QueueAttributes attributes, Instant created, Instant modified) {}

  private final Path directory;
  private final InstantSource clock;
  private final MessageQueue messages;
  private volatile Settings settings;

  private StandardQueue(Path directory, Settings settings, InstantSource clock, Supplier<UUID> ids)
      throws IOException {
    this.directory = directory;
    this.clock = clock;
    this.settings = settings;
    this.messages = MessageQueue.open(directory.resolve(MESSAGES), clock, ids);
  }

  static StandardQueue create(
      Path directory,
      String name,
      QueueAttributes attributes,
      InstantSource clock,
      Supplier<UUID> ids)
      throws IOException {
    Files.createDirectories(directory);
    Instant now = clock.instant();
    Settings settings = new Settings(name, attributes, now, now);
    write(directory, settings);
    return new StandardQueue(directory, settings, clock, ids);
  }

  /** Opens the queue in {@code directory}, if its creation was finished. */
  static Optional<StandardQueue> open(Path directory, InstantSource clock, Supplier<UUID> ids)
      throws IOException {
    Path file = directory.resolve(SETTINGS);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    ObjectNode node = (ObjectNode) MAPPER.readTree(file.toFile());
    Map<String, String> attributes =
        MAPPER.convertValue(node.get("attributes"), new TypeReference<>() {});
    Settings settings =
        new Settings(
            node.get("name").asText(),
            new QueueAttributes(attributes),
            Instant.ofEpochMilli(node.get("created").asLong()),
            Instant.ofEpochMilli(node.get("modified").asLong()));
    return Optional.of(new StandardQueue(directory, settings, clock, ids));
  }

  private static void write(Path directory, Settings settings) throws IOException {
    ObjectNode node =
        MAPPER
            .createObjectNode()
            .put("name", settings.name)
            .put("created", settings.created.toEpochMilli())
            .put("modified", settings.modified.toEpochMilli());
    node.set("attributes", MAPPER.valueToTree(settings.attributes.given()));
    Path written = directory.resolve(SETTINGS + ".tmp");
    Files.write(written, MAPPER.writeValueAsBytes(node));
    Files.move(written, directory.resolve(SETTINGS), StandardCopyOption.ATOMIC_MOVE);
  }

  Settings settings() {
    return settings;
  }

  QueueAttributes attributes() {
    return settings.attributes;
  }

  MessageQueue messages() {
    return messages;
  }

  synchronized void change(Map<String, String> changes) throws IOException {
    Settings changed =
        new Settings(
            settings.name, settings.attributes.with(changes), settings.created, clock.instant());
    write(directory, changed);
    settings = changed;
  }

  /** Deletes the queue: first what makes it one, so that a crash does not leave half a queue. */
  void delete() throws IOException {
    Files.deleteIfExists(directory.resolve(SETTINGS));
    messages.close();
    Files.deleteIfExists(directory.resolve(MESSAGES));
    Files.deleteIfExists(directory);
  }

  @Override
  public void close() throws IOException {
    messages.close();
  }
}
