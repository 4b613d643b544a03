package dev.tenrec.emulators.sqs;

import dev.tenrec.emulators.protocol.AwsFailure;
import dev.tenrec.emulators.protocol.AwsJsonRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All queues by name. */
final class Queues implements AutoCloseable {
  private final Path directory;
  private final InstantSource clock;
  private final Supplier<UUID> ids;
  private final NavigableMap<String, StandardQueue> queues = new ConcurrentSkipListMap<>();

  private Queues(Path directory, InstantSource clock, Supplier<UUID> ids) {
    this.directory = directory;
    this.clock = clock;
    this.ids = ids;
  }

  static Queues open(Path directory, InstantSource clock, Supplier<UUID> ids) {
    Queues queues = new Queues(directory, clock, ids);
    try {
      Files.createDirectories(directory);
      try (Stream<Path> places = Files.list(directory)) {
        for (Path place : places.filter(Files::isDirectory).toList()) {
          StandardQueue.open(place, clock, ids)
              .ifPresent(queue -> queues.queues.put(queue.settings().name(), queue));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open the queues in " + directory + ": " + e, e);
    }
    return queues;
  }

  /** Creates the queue, unless it is there with the same attributes. */
  synchronized void create(String name, QueueAttributes attributes) throws IOException {
    if (name.endsWith(".fifo")) {
      throw AwsFailure.client("UnsupportedOperation", "FIFO queues are not emulated");
    }
    if (!name.matches("[a-zA-Z0-9_-]{1,80}")) {
      throw AwsFailure.client(
          "InvalidParameterValue",
          "The name '" + name + "' must have 1 to 80 letters, digits, hyphens and underscores");
    }
    StandardQueue existing = queues.get(name);
    if (existing == null) {
      Path place = directory.resolve(name);
      queues.put(name, StandardQueue.create(place, name, attributes, clock, ids));
    } else if (!existing.attributes().agreeWith(attributes)) {
      throw AwsFailure.client(
          "QueueNameExists", "Queue " + name + " already exists with other attributes.");
    }
  }

  synchronized void delete(StandardQueue queue) throws IOException {
    queues.remove(queue.settings().name());
    queue.delete();
  }

  List<String> names() {
    return List.copyOf(queues.keySet());
  }

  Optional<StandardQueue> find(String name) {
    return Optional.ofNullable(queues.get(name));
  }

  StandardQueue require(String name) {
    return find(name)
        .orElseThrow(
            () -> AwsFailure.client("QueueDoesNotExist", "The specified queue does not exist."));
  }

  /** The queue whose URL a request names; of the URL only the last part counts. */
  StandardQueue of(AwsJsonRequest request) {
    String url = request.text("QueueUrl");
    return require(url.substring(url.lastIndexOf('/') + 1));
  }

  @Override
  public void close() throws IOException {
    for (StandardQueue queue : queues.values()) {
      queue.close();
    }
  }
}
