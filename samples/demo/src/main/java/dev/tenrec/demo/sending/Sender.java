package dev.tenrec.demo.sending;

import dev.tenrec.demo.shop.DemoEvent;
import dev.tenrec.demo.shop.FlagSource;
import dev.tenrec.demo.shop.Traffic;
import dev.tenrec.demo.shop.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/**
 * Sends traffic in a few lanes at once; in a lane one batch after the other, so that the events of
 * a visitor arrive in order.
 */
public final class Sender {
  private static final int LANES = 4;
  private static final int EVENTS_PER_REQUEST = 100;

  private final CaptureClient client;
  private final FlagSource flags;
  private final Consumer<Visit> visited;
  private final Tally tally;
  private final Progress progress;

  /**
   * @param flags what the visitors' browsers ask
   * @param visited is told of every visit, by several threads
   */
  public Sender(
      CaptureClient client,
      FlagSource flags,
      Consumer<Visit> visited,
      Tally tally,
      Progress progress) {
    this.client = client;
    this.flags = flags;
    this.visited = visited;
    this.tally = tally;
    this.progress = progress;
  }

  /** Is told how far the sending is. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Called after every batch.
     *
     * @param reached the moment of the traffic up to which everything was sent
     */
    void at(Instant reached);
  }

  /**
   * Sends everything and returns when the server has it.
   *
   * @throws NotTakenException when the server refuses a batch
   */
  public void send(Traffic traffic) throws InterruptedException {
    AtomicReferenceArray<Instant> reached = new AtomicReferenceArray<>(LANES);
    for (int lane = 0; lane < LANES; lane++) {
      reached.set(lane, traffic.start());
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(LANES)) {
      List<Future<?>> lanes = new ArrayList<>();
      for (int number = 0; number < LANES; number++) {
        int lane = number;
        lanes.add(
            threads.submit(
                () -> {
                  send(traffic.lane(lane, LANES, flags), lane, reached);
                  reached.set(lane, traffic.now());
                  return null;
                }));
      }
      for (Future<?> lane : lanes) {
        await(lane, threads);
      }
    }
    progress.at(traffic.now());
  }

  private static void await(Future<?> lane, ExecutorService threads) throws InterruptedException {
    try {
      lane.get();
    } catch (ExecutionException failed) {
      threads.shutdownNow();
      switch (failed.getCause()) {
        case NotTakenException notTaken -> throw notTaken;
        case Throwable other -> throw new IllegalStateException("A lane failed", other);
      }
    }
  }

  private void send(Iterator<Visit> visits, int lane, AtomicReferenceArray<Instant> reached)
      throws InterruptedException {
    List<DemoEvent> batch = new ArrayList<>();
    while (visits.hasNext()) {
      Visit visit = visits.next();
      tally.visit(visit);
      visited.accept(visit);
      for (DemoEvent event : visit.events()) {
        batch.add(event);
        if (batch.size() == EVENTS_PER_REQUEST) {
          send(batch);
          reached.set(lane, visit.start());
          progress.at(earliest(reached));
        }
      }
    }
    send(batch);
  }

  private void send(List<DemoEvent> batch) throws InterruptedException {
    if (!batch.isEmpty()) {
      client.send(batch);
      batch.forEach(tally::event);
      batch.clear();
    }
  }

  private static Instant earliest(AtomicReferenceArray<Instant> reached) {
    Instant earliest = reached.get(0);
    for (int lane = 1; lane < reached.length(); lane++) {
      Instant other = reached.get(lane);
      earliest = other.isBefore(earliest) ? other : earliest;
    }
    return earliest;
  }
}
