package dev.tenrec.emulators.kinesis;

import dev.tenrec.emulators.protocol.AwsFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * One stream: its state and the logs of its shards. Records are put and read concurrently; a change
 * of the state, such as new shards, waits for the puts that began before it.
 */
final class DataStream implements AutoCloseable {
  private static final Duration EXPIRY_PAUSE = Duration.ofSeconds(10);
  private static final String STATE_FILE = "stream.json";

  private final Path directory;
  private final InstantSource clock;
  private final KinesisFaults faults;
  private final ShardLimits limits;
  private final long segmentBytes;
  private final Map<Integer, ShardLog> logs = new ConcurrentHashMap<>();
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private volatile StreamState state;
  private volatile boolean deleted;
  private final ReentrantLock expiring = new ReentrantLock();
  private Instant expired = Instant.MIN;

  /** Opens the stream that {@code state} describes; its file must be written. */
  private DataStream(
      Path directory,
      StreamState state,
      InstantSource clock,
      KinesisFaults faults,
      long segmentBytes)
      throws IOException {
    this.directory = directory;
    this.state = state;
    this.clock = clock;
    this.faults = faults;
    this.limits = new ShardLimits(clock);
    this.segmentBytes = segmentBytes;
    openLogs();
  }

  static DataStream create(
      Path directory,
      StreamState state,
      InstantSource clock,
      KinesisFaults faults,
      long segmentBytes)
      throws IOException {
    Files.createDirectories(directory);
    state.write(directory.resolve(STATE_FILE));
    return new DataStream(directory, state, clock, faults, segmentBytes);
  }

  /** Opens the stream in {@code directory}, if its creation was finished. */
  static Optional<DataStream> open(
      Path directory, InstantSource clock, KinesisFaults faults, long segmentBytes)
      throws IOException {
    Path file = directory.resolve(STATE_FILE);
    return Files.exists(file)
        ? Optional.of(
            new DataStream(directory, StreamState.read(file), clock, faults, segmentBytes))
        : Optional.empty();
  }

  private void openLogs() throws IOException {
    for (Shard shard : state.shards().all()) {
      if (!logs.containsKey(shard.number())) {
        Path place = directory.resolve(shard.id());
        logs.put(shard.number(), ShardLog.open(place, shard.start(), clock, segmentBytes));
      }
    }
  }

  StreamState state() {
    return state;
  }

  /** Records below this sequence number are past the retention and no longer to be seen. */
  long horizon() {
    return Sequence.at(clock.instant().minus(state.retention()));
  }

  /** The highest sequence number in the shard, or one below its start. */
  long last(Shard shard) {
    return Optional.ofNullable(logs.get(shard.number()))
        .map(ShardLog::last)
        .orElse(shard.start() - 1);
  }

  /** Puts records and tells for each what became of it, in their order. */
  List<PutOutcome> put(List<RoutedRecord> records) throws IOException {
    lock.readLock().lock();
    try {
      requireExisting();
      PutOutcome[] outcomes = new PutOutcome[records.size()];
      Map<Shard, List<Integer>> admitted = new LinkedHashMap<>();
      for (int i = 0; i < outcomes.length; i++) {
        Shard shard = state.shards().route(records.get(i).hashKey());
        if (admits(shard, records.get(i).record())) {
          admitted.computeIfAbsent(shard, it -> new ArrayList<>()).add(i);
        } else {
          outcomes[i] = new PutOutcome.Refused(shard.id());
        }
      }
      for (Map.Entry<Shard, List<Integer>> entry : admitted.entrySet()) {
        Shard shard = entry.getKey();
        List<Integer> indexes = entry.getValue();
        List<NewRecord> batch = indexes.stream().map(i -> records.get(i).record()).toList();
        List<Long> sequences = logs.get(shard.number()).append(batch);
        IntStream.range(0, indexes.size())
            .forEach(
                i ->
                    outcomes[indexes.get(i)] = new PutOutcome.Stored(shard.id(), sequences.get(i)));
      }
      return List.of(outcomes);
    } finally {
      lock.readLock().unlock();
    }
  }

  private boolean admits(Shard shard, NewRecord record) {
    return !faults.refusesRecord()
        && (!faults.enforcesShardLimits() || limits.admits(shard.number(), record.size()));
  }

  List<StoredRecord> read(Shard shard, long sequence, int count, int bytes) throws IOException {
    lock.readLock().lock();
    try {
      requireExisting();
      ShardLog log = logs.get(shard.number());
      return log == null ? List.of() : log.read(sequence, count, bytes);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Changes the shards; {@code boundary} is above every sequence number given out so far. */
  @FunctionalInterface
  interface ShardChange {
    ShardMap apply(ShardMap shards, long boundary);
  }

  void changeShards(ShardChange change) throws IOException {
    change(before -> before.withShards(change.apply(before.shards(), boundary(before.shards()))));
  }

  private long boundary(ShardMap shards) {
    LongStream known = shards.all().stream().mapToLong(it -> it.end().orElse(it.start()));
    LongStream used = logs.values().stream().mapToLong(ShardLog::last);
    long highest = LongStream.concat(known, used).max().orElse(0);
    return Math.max(highest + 1, Sequence.at(clock.instant()));
  }

  /** Replaces the state; what fails leaves it as it was. */
  void change(UnaryOperator<StreamState> change) throws IOException {
    lock.writeLock().lock();
    try {
      requireExisting();
      StreamState changed = change.apply(state);
      changed.write(directory.resolve(STATE_FILE));
      state = changed;
      openLogs();
    } finally {
      lock.writeLock().unlock();
    }
  }

  /**
   * Deletes files past the retention, and closed shards that held nothing else; not at every call.
   */
  void expire() throws IOException {
    if (expiring.tryLock()) {
      try {
        expireOnce();
      } finally {
        expiring.unlock();
      }
    }
  }

  private void expireOnce() throws IOException {
    Instant now = clock.instant();
    if (expired.plus(EXPIRY_PAUSE).isAfter(now) && !expired.isAfter(now)) {
      return;
    }
    expired = now;
    long horizon = horizon();
    List<Shard> gone =
        state.shards().all().stream()
            .filter(shard -> shard.end().isPresent() && shard.end().getAsLong() < horizon)
            .toList();
    if (!gone.isEmpty()) {
      change(before -> before.withShards(before.shards().without(gone::contains)));
      for (Shard shard : gone) {
        logs.remove(shard.number()).delete();
      }
    }
    for (ShardLog log : logs.values()) {
      log.trim(horizon);
    }
  }

  /** Deletes the stream: first what makes it one, so that a crash does not leave half a stream. */
  void delete() throws IOException {
    lock.writeLock().lock();
    try {
      requireExisting();
      deleted = true;
      Files.delete(directory.resolve(STATE_FILE));
      for (ShardLog log : logs.values()) {
        log.delete();
      }
      Files.deleteIfExists(directory);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void requireExisting() {
    if (deleted) {
      throw notFound(state.name());
    }
  }

  static AwsFailure notFound(String name) {
    return AwsFailure.client("ResourceNotFoundException", "Stream " + name + " not found.");
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      logs.values().forEach(ShardLog::close);
    } finally {
      lock.writeLock().unlock();
    }
  }
}
