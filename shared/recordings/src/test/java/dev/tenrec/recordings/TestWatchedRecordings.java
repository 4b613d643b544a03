package dev.tenrec.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.emulators.DynamoDbEmulator;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TestWatchedRecordings {
  private final DynamoDbEmulator engine = DynamoDbEmulator.shared();
  private final WatchedRecordings watched =
      new WatchedRecordings(engine.client(), engine.freshTable("sessions"), Duration.ofDays(30));

  @Test
  void everybodyHasWatchedTheirOwn() {
    watched.add(new RecordingKey(1, "s-1"), "ada", Samples.NOON);
    watched.add(new RecordingKey(1, "s-1"), "ada", Samples.NOON.plusSeconds(9));
    watched.add(new RecordingKey(1, "s-2"), "ada", Samples.NOON);
    watched.add(new RecordingKey(1, "s-3"), "bob", Samples.NOON);
    watched.add(new RecordingKey(2, "s-4"), "ada", Samples.NOON);

    assertThat(watched.of(1, "ada")).containsExactlyInAnyOrder("s-1", "s-2");
    assertThat(watched.of(1, "bob")).containsExactly("s-3");
    assertThat(watched.of(2, "bob")).isEmpty();
  }
}
