package dev.tenrec.emulators.kinesis;

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
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** All streams by name, each in a directory of its own. */
final class Streams implements AutoCloseable {
  private final Path directory;
  private final InstantSource clock;
  private final KinesisFaults faults;
  private final long segmentBytes;
  private final NavigableMap<String, DataStream> streams = new ConcurrentSkipListMap<>();

  private Streams(Path directory, InstantSource clock, KinesisFaults faults, long segmentBytes) {
    this.directory = directory;
    this.clock = clock;
    this.faults = faults;
    this.segmentBytes = segmentBytes;
  }

  static Streams open(
      Path directory, InstantSource clock, KinesisFaults faults, long segmentBytes) {
    Streams streams = new Streams(directory, clock, faults, segmentBytes);
    try {
      Files.createDirectories(directory);
      try (Stream<Path> places = Files.list(directory)) {
        for (Path place : places.filter(Files::isDirectory).toList()) {
          DataStream.open(place, clock, faults, segmentBytes)
              .ifPresent(stream -> streams.streams.put(stream.state().name(), stream));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open the streams in " + directory + ": " + e, e);
    }
    return streams;
  }

  synchronized void create(StreamState state) throws IOException {
    if (streams.containsKey(state.name())) {
      throw AwsFailure.client(
          "ResourceInUseException", "Stream " + state.name() + " already exists.");
    }
    Path place = directory.resolve(state.name());
    streams.put(state.name(), DataStream.create(place, state, clock, faults, segmentBytes));
  }

  synchronized void delete(String name) throws IOException {
    require(name).delete();
    streams.remove(name);
  }

  List<String> names() {
    return List.copyOf(streams.keySet());
  }

  DataStream require(String name) throws IOException {
    DataStream stream =
        Optional.ofNullable(streams.get(name)).orElseThrow(() -> DataStream.notFound(name));
    stream.expire();
    return stream;
  }

  /** The stream that a request names, by its name or its ARN. */
  DataStream of(AwsJsonRequest request) throws IOException {
    Optional<String> byArn =
        request.optionalText("StreamARN").map(arn -> arn.substring(arn.indexOf('/') + 1));
    return require(byArn.or(() -> request.optionalText("StreamName")).orElse(""));
  }

  @Override
  public void close() {
    streams.values().forEach(DataStream::close);
  }
}
