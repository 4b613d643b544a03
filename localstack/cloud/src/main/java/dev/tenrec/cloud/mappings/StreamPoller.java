package dev.tenrec.cloud.mappings;

import dev.tenrec.cloud.aws.AwsException;
import dev.tenrec.cloud.mappings.ShardedStream.Shard;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Follows every shard of a stream. A shard that continues others is begun when those have been read
 * to their end, so that order survives a change in the number of shards.
 */
final class StreamPoller {
  private static final Duration NEW_SHARDS = Duration.ofSeconds(10);
  private static final Duration TROUBLE = Duration.ofSeconds(1);

  private final ShardedStream stream;
  private final MappingSettings.FromStream mapping;
  private final Checkpoints checkpoints;
  private final BiConsumer<String, FailureReport> failures;
  private final Consumer<String> notices;
  private final InstantSource clock;
  private final Map<String, Thread> readers = new HashMap<>();
  private final Semaphore finished = new Semaphore(0);

  /**
   * Prepares to follow a stream.
   *
   * @param failures told which records of which shard were given up
   */
  StreamPoller(
      ShardedStream stream,
      MappingSettings.FromStream mapping,
      Checkpoints checkpoints,
      BiConsumer<String, FailureReport> failures,
      Consumer<String> notices,
      InstantSource clock) {
    this.stream = stream;
    this.mapping = mapping;
    this.checkpoints = checkpoints;
    this.failures = failures;
    this.notices = notices;
    this.clock = clock;
  }

  /** Follows until interrupted. */
  void run() {
    try {
      while (true) {
        try {
          begin(stream.shards());
          await();
        } catch (AwsException trouble) {
          if (Thread.currentThread().isInterrupted()) {
            return;
          }
          notices.accept("cannot list shards and goes on trying: " + trouble.getMessage());
          Thread.sleep(TROUBLE);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      Stopping.all(readers.values());
    }
  }

  private void begin(List<Shard> shards) {
    List<String> there = shards.stream().map(Shard::id).toList();
    for (Shard shard : shards) {
      List<String> parents =
          shard.parents().stream().filter(there::contains).collect(Collectors.toList());
      if (!checkpoints.finished(shard.id())
          && !readers.containsKey(shard.id())
          && parents.stream().allMatch(checkpoints::finished)) {
        readers.put(
            shard.id(),
            Thread.ofVirtual()
                .name("shard-" + mapping.id() + "-" + shard.id())
                .start(() -> read(shard.id())));
      }
    }
  }

  // A reader that ends makes room for the shards that continue its own.
  private void await() throws InterruptedException {
    if (finished.tryAcquire(NEW_SHARDS.toMillis(), TimeUnit.MILLISECONDS)) {
      finished.drainPermits();
    }
  }

  private void read(String shard) {
    KinesisEvents events = new KinesisEvents(mapping.streamArn(), shard);
    BatchRunner runner =
        new BatchRunner(
            mapping.target(),
            events,
            mapping.batches().partialFailures(),
            mapping.retries(),
            report -> failures.accept(shard, report),
            notices,
            Thread::sleep,
            clock);
    try {
      new ShardReader(stream, shard, mapping, checkpoints, events, runner, notices).run();
      finished.release();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
