package dev.tenrec.cloud.mappings;

import dev.tenrec.cloud.aws.AwsException;
import dev.tenrec.cloud.filters.RecordFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one shard from its checkpoint on and hands every wanted record to the lane of its key. */
final class ShardReader {
  private static final Duration IDLE = Duration.ofMillis(200);
  private static final Duration TROUBLE = Duration.ofSeconds(1);

  private final ShardedStream stream;
  private final String shard;
  private final ShardedStream.Position start;
  private final RecordFilter filter;
  private final KinesisEvents events;
  private final Checkpoints checkpoints;
  private final ShardProgress progress = new ShardProgress();
  private final List<Lane> lanes = new ArrayList<>();
  private final BatchRunner runner;
  private final Consumer<String> notices;

  ShardReader(
      ShardedStream stream,
      String shard,
      MappingSettings.FromStream mapping,
      Checkpoints checkpoints,
      KinesisEvents events,
      BatchRunner runner,
      Consumer<String> notices) {
    this.stream = stream;
    this.shard = shard;
    this.filter = mapping.batches().filter();
    this.events = events;
    this.checkpoints = checkpoints;
    this.runner = runner;
    this.notices = notices;
    this.start =
        checkpoints
            .done(shard)
            .<ShardedStream.Position>map(ShardedStream.Position.After::new)
            .orElseGet(
                () ->
                    mapping.fromLatest()
                        ? new ShardedStream.Position.At(checkpoints.created())
                        : new ShardedStream.Position.Oldest());
    for (int i = 0; i < mapping.parallelism(); i++) {
      lanes.add(new Lane(mapping.batches().size(), mapping.batches().window(), this::work));
    }
  }

  /** Reads until the shard's end, or until interrupted; with it end its lanes. */
  void run() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (Lane lane : lanes) {
      threads.add(Thread.ofVirtual().name("lane-" + shard).start(() -> run(lane)));
    }
    try {
      read();
      progress.awaitAll();
      save();
      checkpoints.finish(shard);
    } finally {
      Stopping.all(threads);
    }
  }

  private void read() throws InterruptedException {
    ShardedStream.Position position = start;
    Optional<String> iterator = Optional.empty();
    while (true) {
      try {
        String from = iterator.isPresent() ? iterator.get() : stream.iterator(shard, position);
        ShardedStream.Page page = stream.read(from);
        for (SourceRecord record : page.records()) {
          take(record);
          position = new ShardedStream.Position.After(record.sequenceNumber());
        }
        save();
        if (page.next().isEmpty()) {
          return;
        }
        iterator = page.next();
        if (page.records().isEmpty()) {
          Thread.sleep(IDLE);
        }
      } catch (ShardedStream.IteratorExpiredException expired) {
        iterator = Optional.empty();
      } catch (AwsException trouble) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedException();
        }
        notices.accept("cannot read " + shard + " and goes on trying: " + trouble.getMessage());
        iterator = Optional.empty();
        Thread.sleep(TROUBLE);
      }
    }
  }

  private void take(SourceRecord record) throws InterruptedException {
    progress.read(record.sequenceNumber());
    if (filter.wantsAll() || filter.wants(events.metadata(record), record.content())) {
      lanes.get(Math.floorMod(record.partitionKey().hashCode(), lanes.size())).add(record);
    } else {
      progress.done(List.of(record.sequenceNumber()));
    }
  }

  private void run(Lane lane) {
    try {
      lane.run();
    } catch (InterruptedException stopped) {
      // The mapping ends; what is open will be read again.
    }
  }

  private void work(List<SourceRecord> batch) throws InterruptedException {
    List<SourceRecord> open = new ArrayList<>(batch);
    while (!open.isEmpty()) {
      try {
        runner.run(
            List.copyOf(open),
            done -> {
              progress.done(done.stream().map(SourceRecord::sequenceNumber).toList());
              open.removeAll(done);
              save();
            });
      } catch (RuntimeException bug) {
        // Never an excuse to stop: a shard that stands still is worse than a batch done twice.
        notices.accept("goes on after an unexpected error: " + bug);
        Thread.sleep(TROUBLE);
      }
    }
  }

  private void save() {
    progress.moved().ifPresent(sequence -> checkpoints.done(shard, sequence));
  }
}
