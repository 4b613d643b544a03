package dev.tenrec.commit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same for many things at once, most of the time waiting for S3. */
final class Parallel {
  private static final int WIDTH = 16;

  private Parallel() {}

  /** The results, in the order of the things; the first failure when there is one. */
  static <T, R> List<R> map(List<T> things, Function<T, R> function) {
    if (things.size() == 1) {
      return List.of(function.apply(things.getFirst()));
    }
    try (ExecutorService executor =
        Executors.newFixedThreadPool(WIDTH, Thread.ofVirtual().factory())) {
      List<Future<R>> futures = new ArrayList<>();
      for (T thing : things) {
        futures.add(executor.submit(() -> function.apply(thing)));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> future : futures) {
        results.add(result(future));
      }
      return results;
    }
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading files", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error error -> throw error;
        default -> throw new IllegalStateException(e.getCause());
      }
    }
  }
}
