package dev.tenrec.cloud.mappings;

import dev.tenrec.cloud.aws.AwsService;
import dev.tenrec.cloud.aws.Protocol;
import dev.tenrec.cloud.progress.Progress;
import dev.tenrec.cloud.resources.Services;
import dev.tenrec.cloud.state.DataDirectory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The event source mappings of the local cloud. They work from {@link #start} to {@link #close};
 * what was being worked on when they ended, however that was, is delivered again at the next start.
 * Safe to use from many threads.
 */
public final class Mappings implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(15);

  private final Services services;
  private final DataDirectory data;
  private final Progress progress;
  private final Supplier<UUID> ids;
  private final InstantSource clock;
  private final List<Thread> threads = new ArrayList<>();
  private boolean closed;

  public Mappings(
      Services services,
      DataDirectory data,
      Progress progress,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.services = services;
    this.data = data;
    this.progress = progress;
    this.ids = ids;
    this.clock = clock;
  }

  /** Starts a mapping; it works in the background from now on. Once closed nothing starts. */
  public void start(MappingSettings mapping) {
    Consumer<String> notices = line -> progress.notice("mapping " + mapping.id() + " " + line);
    switch (mapping) {
      case MappingSettings.FromStream stream -> {
        FailureQueue failures =
            new FailureQueue(() -> services.get(Protocol.SQS), stream, notices, ids, clock);
        MappingSettings.FromStream patient =
            new MappingSettings.FromStream(
                stream.id(),
                new PatientTarget(stream.target()),
                stream.streamName(),
                stream.streamArn(),
                stream.fromLatest(),
                stream.parallelism(),
                stream.batches(),
                stream.retries());
        Checkpoints checkpoints = new Checkpoints(data.file("mappings", file(stream.id())), clock);
        StreamPoller poller =
            new StreamPoller(
                new KinesisStream(services.get(Protocol.KINESIS), stream.streamName()),
                patient,
                checkpoints,
                failures::send,
                notices,
                clock);
        start(mapping.id(), poller::run);
      }
      case MappingSettings.FromQueue queue -> {
        MappingSettings.FromQueue patient =
            new MappingSettings.FromQueue(
                queue.id(),
                new PatientTarget(queue.target()),
                queue.queueUrl(),
                queue.queueArn(),
                queue.concurrency(),
                queue.batches());
        AwsService sqs = services.get(Protocol.SQS);
        for (int i = 0; i < queue.concurrency(); i++) {
          HeldMessages held = new HeldMessages(data.file("mappings", file(queue.id() + "." + i)));
          start(mapping.id(), new QueuePoller(sqs, patient, held, notices)::run);
        }
      }
    }
  }

  @Override
  public void close() {
    List<Thread> ending;
    synchronized (threads) {
      closed = true;
      ending = List.copyOf(threads);
    }
    ending.forEach(Thread::interrupt);
    long deadline = System.nanoTime() + GRACE.toNanos();
    try {
      for (Thread thread : ending) {
        thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String file(String id) {
    return id.replace('/', '.') + ".json";
  }

  private void start(String id, Runnable work) {
    synchronized (threads) {
      if (!closed) {
        threads.add(Thread.ofVirtual().name("mapping-" + id).start(work));
      }
    }
  }
}
