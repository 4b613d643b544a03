package dev.tenrec.cloud.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ShardProgressProperties {
  @Property(tries = 300)
  void theCheckpointNeverPassesARecordThatIsOpen(@ForAll("orders") List<Integer> order)
      throws InterruptedException {
    ShardProgress progress = new ShardProgress();
    IntStream.range(0, order.size()).forEach(i -> progress.read("" + i));
    Set<Integer> done = new HashSet<>();
    int checkpoint = -1;

    for (int record : order) {
      progress.done(List.of("" + record));
      done.add(record);
      Optional<String> moved = progress.moved();
      if (moved.isPresent()) {
        checkpoint = Integer.parseInt(moved.get());
      }
      int expected = -1;
      while (done.contains(expected + 1)) {
        expected++;
      }
      assertThat(checkpoint).isEqualTo(expected);
    }
    progress.awaitAll();
  }

  @Provide
  Arbitrary<List<Integer>> orders() {
    return Arbitraries.integers()
        .between(1, 30)
        .flatMap(count -> Arbitraries.shuffle(IntStream.range(0, count).boxed().toList()));
  }
}
