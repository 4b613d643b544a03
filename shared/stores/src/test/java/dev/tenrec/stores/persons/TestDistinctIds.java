package dev.tenrec.stores.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestDistinctIds {
  @Test
  void idsAreKeptOnceAndInOrder() {
    DistinctIds ids =
        new DistinctIds(List.of("a", "b"), 0).plus(new DistinctIds(List.of("b", "c"), 0));
    assertThat(ids).isEqualTo(new DistinctIds(List.of("a", "b", "c"), 0));
  }

  @Test
  void idsThatNoLongerFitAreCounted() {
    DistinctIds full = ids("id-", DistinctIds.LIMIT);
    DistinctIds more = full.plus(DistinctIds.of("one more"));
    assertThat(more.known()).isEqualTo(full.known());
    assertThat(more.further()).isEqualTo(1);

    DistinctIds longOnes = ids("x".repeat(190), 300);
    DistinctIds both = longOnes.plus(ids("y".repeat(190), 300));
    assertThat(both.known().size() + both.further()).isEqualTo(600);
    assertThat(both.further()).isPositive();
  }

  @Test
  void oneIdCanAlwaysBeTakenOverAndSeveralOnlyWhenTheyFit() {
    DistinctIds full = ids("id-", DistinctIds.LIMIT);
    assertThat(full.canTake(DistinctIds.of("one"))).isTrue();
    assertThat(full.canTake(ids("other-", 2))).isFalse();
    assertThat(ids("id-", 10).canTake(ids("other-", 20))).isTrue();
    assertThat(DistinctIds.of("one").canTake(full.plus(DistinctIds.of("unknown")))).isFalse();
  }

  private static DistinctIds ids(String prefix, int count) {
    return new DistinctIds(
        IntStream.range(0, count).mapToObj(number -> prefix + number).toList(), 0);
  }
}
