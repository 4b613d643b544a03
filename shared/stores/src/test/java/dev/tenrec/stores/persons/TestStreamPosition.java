package dev.tenrec.stores.persons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TestStreamPosition {
  @Test
  void positionsCompareAsNumbersAndThenByPlace() {
    assertThat(new StreamPosition("9", 7)).isLessThan(new StreamPosition("10", 0));
    assertThat(new StreamPosition("10", 0)).isLessThan(new StreamPosition("11", 0));
    assertThat(new StreamPosition("10", 9)).isLessThan(new StreamPosition("10", 10));
  }

  @Test
  void aPositionSurvivesItsText() {
    StreamPosition position =
        new StreamPosition("49590338271490256608559692538361571095921575989136588898", 12);
    assertThat(StreamPosition.parse(position.toString())).isEqualTo(position);
  }

  @Test
  void whatIsNoNumberIsNamed() {
    assertThatThrownBy(() -> new StreamPosition("1a", 0)).hasMessageContaining("'1a'");
    assertThatThrownBy(() -> new StreamPosition("", 0)).hasMessageContaining("''");
    assertThatThrownBy(() -> new StreamPosition("1", -1)).hasMessageContaining("-1");
  }
}
