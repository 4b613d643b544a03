package dev.tenrec.cloud.schedules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.cloud.functions.InvocationResult;
import dev.tenrec.cloud.progress.Progress;
import dev.tenrec.cloud.state.JsonFile;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Calls functions when their time has come. When something happened last is kept on disk, so that
 * what happens every hour does so also on a machine that is never on for an hour. What should have
 * happened while the cloud was down happens once, soon after the start, if it is a rate; times of
 * the calendar that were missed stay missed.
 */
public final class Schedules implements AutoCloseable {
  private static final Duration RETRY = Duration.ofMinutes(1);
  private final JsonFile file;
  private final ObjectNode last;
  private final BiFunction<String, byte[], InvocationResult> invoke;
  private final Progress progress;
  private final InstantSource clock;
  private final Instant ready;
  private final List<Thread> threads = new ArrayList<>();

  /**
   * Prepares to run schedules.
   *
   * @param invoke calls a function by name or ARN
   * @param settling how long nothing happens, so that a start is not made slower by what has waited
   *     for it
   */
  public Schedules(
      JsonFile file,
      BiFunction<String, byte[], InvocationResult> invoke,
      Duration settling,
      Progress progress,
      InstantSource clock) {
    this.file = file;
    this.last = file.read();
    this.invoke = invoke;
    this.progress = progress;
    this.clock = clock;
    this.ready = clock.instant().plus(settling);
  }

  /** Runs a schedule from now on. */
  public void start(Schedule schedule) {
    threads.add(Thread.ofVirtual().name("schedule-" + schedule.id()).start(() -> run(schedule)));
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }

  private void run(Schedule schedule) {
    try {
      while (true) {
        Instant now = clock.instant();
        Instant earliest = now.isAfter(ready) ? now : ready;
        Optional<Instant> next = schedule.timetable().next(last(schedule.id()), earliest);
        if (next.isEmpty()) {
          return;
        }
        Thread.sleep(Duration.between(now, next.get()));
        happened(schedule.id(), next.get());
        call(schedule, next.get());
      }
    } catch (InterruptedException stopped) {
      // The local cloud ends.
    }
  }

  private void call(Schedule schedule, Instant time) throws InterruptedException {
    for (int attempt = 0; attempt <= schedule.retries(); attempt++) {
      if (attempt > 0) {
        Thread.sleep(RETRY);
      }
      switch (invoke.apply(schedule.function(), schedule.event().apply(time))) {
        case InvocationResult.Answer _ -> {
          return;
        }
        case InvocationResult.Failure failure ->
            progress.notice("schedule " + schedule.id() + " failed: " + failure.message());
        case InvocationResult.Throttled throttled ->
            progress.notice("schedule " + schedule.id() + " was not run: " + throttled.reason());
        case InvocationResult.TooLarge _ ->
            progress.notice("schedule " + schedule.id() + ": its input is larger than 6 MB");
      }
    }
  }

  private synchronized Instant last(String id) {
    if (!last.has(id)) {
      happened(id, clock.instant());
    }
    return Instant.parse(last.get(id).asText());
  }

  private synchronized void happened(String id, Instant time) {
    last.put(id, time.toString());
    file.write(last);
  }
}
