package dev.tenrec.stores.persons;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestApplied {
  private static final PersonKey ANA = PersonKey.of(1, "ana");
  private static final PersonKey BEN = PersonKey.of(1, "ben");

  @Test
  void whatWasAppliedIsReachedAndNothingAfterIt() {
    Applied applied = Applied.nothing().with(ANA, at(10, 3));
    assertThat(applied.reached(ANA, at(10, 3))).isTrue();
    assertThat(applied.reached(ANA, at(9, 9))).isTrue();
    assertThat(applied.reached(ANA, at(10, 4))).isFalse();
    assertThat(applied.reached(BEN, at(1, 0))).isFalse();
  }

  @Test
  void aPositionNeverGoesBack() {
    Applied applied = Applied.nothing().with(ANA, at(10, 0)).with(ANA, at(5, 0));
    assertThat(applied.reached(ANA, at(10, 0))).isTrue();
    Applied merged =
        Applied.nothing()
            .with(ANA, at(7, 0))
            .with(BEN, at(3, 0))
            .plus(Applied.nothing().with(ANA, at(5, 0)).with(BEN, at(4, 0)));
    assertThat(merged.reached(ANA, at(7, 0))).isTrue();
    assertThat(merged.reached(BEN, at(4, 0))).isTrue();
  }

  @Test
  void onlyTheLatestAreKept() {
    Applied applied = Applied.nothing();
    for (int id = 0; id < Applied.LIMIT + 10; id++) {
      applied = applied.with(PersonKey.of(1, "id-" + id), at(100 + id, 0));
    }
    assertThat(applied.positions()).hasSize(Applied.LIMIT);
    assertThat(applied.reached(PersonKey.of(1, "id-9"), at(1, 0))).isFalse();
    assertThat(applied.reached(PersonKey.of(1, "id-10"), at(110, 0))).isTrue();
  }

  private static StreamPosition at(long sequence, int index) {
    return new StreamPosition(Long.toString(sequence), index);
  }
}
