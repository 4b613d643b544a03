package dev.tenrec.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestTimeOrderedIds {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

  @Test
  void anIdIsOfVersionSevenAndBeginsWithItsMillisecond() {
    UUID id = at(NOON).get();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
  }

  @Test
  void laterIdsSortLaterAsText() {
    assertThat(at(NOON.plusMillis(1)).get().toString()).isGreaterThan(at(NOON).get().toString());
  }

  @Test
  void idsOfOneMillisecondDiffer() {
    TimeOrderedIds ids = at(NOON);
    Set<UUID> seen = new HashSet<>();
    for (int made = 0; made < 10_000; made++) {
      seen.add(ids.get());
    }

    assertThat(seen).hasSize(10_000);
  }

  private static TimeOrderedIds at(Instant instant) {
    return new TimeOrderedIds(InstantSource.fixed(instant), new Random(5));
  }
}
