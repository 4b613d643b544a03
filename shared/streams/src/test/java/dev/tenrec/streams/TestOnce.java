package dev.tenrec.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TestOnce {
  private final AtomicInteger made = new AtomicInteger();
  private final Once<Integer> once = new Once<>(made::incrementAndGet);

  @Test
  void nothingIsMadeBeforeItIsUsed() {
    assertThat(made).hasValue(0);
  }

  @Test
  void severalThreadsGetTheSameValue() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> values = new ArrayList<>();
      for (int thread = 0; thread < 50; thread++) {
        values.add(threads.submit(once::get));
      }
      for (Future<Integer> value : values) {
        assertThat(value.get()).isEqualTo(1);
      }
    }
    assertThat(made).hasValue(1);
  }
}
