package dev.tenrec.lake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TestMicros {
  @Test
  void countsMicrosecondsAndRoundsDown() {
    assertThat(Micros.of(Instant.parse("1970-01-01T00:00:00.123456789Z"))).isEqualTo(123_456);
    assertThat(Micros.of(Instant.parse("1969-12-31T23:59:59.999999999Z"))).isEqualTo(-1);
    assertThat(Micros.toInstant(-1)).isEqualTo(Instant.parse("1969-12-31T23:59:59.999999Z"));
  }

  @Test
  void knowsTheDay() {
    assertThat(Micros.dayOf(-1)).isEqualTo(-1);
    assertThat(Micros.dayOf(0)).isZero();
    assertThat(Micros.dayOf(Micros.of(Instant.parse("2026-05-01T23:59:59.999999Z"))))
        .isEqualTo((int) LocalDate.parse("2026-05-01").toEpochDay());
  }

  @Test
  void takesTheNearestTimeThatAllReadersUnderstand() {
    assertThat(Micros.of(Instant.MIN)).isEqualTo(Micros.of(Micros.FIRST));
    assertThat(Micros.of(Instant.MAX)).isEqualTo(Micros.of(Micros.END));
    assertThat(Micros.holds(Micros.FIRST)).isTrue();
    assertThat(Micros.holds(Micros.FIRST.minusNanos(1))).isFalse();
    assertThat(Micros.holds(Micros.END.minusNanos(1))).isTrue();
    assertThat(Micros.holds(Micros.END)).isFalse();
  }

  @Test
  void hashesKeysTheSameWayEverywhere() {
    assertThat(KeyHash.of(1, "01990000-0000-7000-8000-000000000001".getBytes(UTF_8)))
        .isEqualTo(KeyHash.of(1, "01990000-0000-7000-8000-000000000001".getBytes(UTF_8)))
        .isNotEqualTo(KeyHash.of(2, "01990000-0000-7000-8000-000000000001".getBytes(UTF_8)))
        .isNotEqualTo(KeyHash.of(1, "01990000-0000-7000-8000-000000000002".getBytes(UTF_8)));
    assertThat(KeyHash.of(1, new byte[0])).isNotEqualTo(KeyHash.of(1, new byte[1]));
  }
}
