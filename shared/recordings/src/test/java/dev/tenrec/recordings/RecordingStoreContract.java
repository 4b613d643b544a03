package dev.tenrec.recordings;

import static dev.tenrec.recordings.Samples.NOON;
import static dev.tenrec.recordings.Samples.change;
import static dev.tenrec.recordings.Samples.piece;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.stores.batches.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

abstract class RecordingStoreContract {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private final RecordingKey key = new RecordingKey(1, UUID.randomUUID().toString());

  abstract RecordingStore store();

  @Test
  void whatWasWrittenIsReadAsItWas() {
    RecordingChange first = change(key, Optional.empty(), List.of(), piece("a", 1_000, 2_000));
    assertThat(store().write(List.of(first))).containsExactly(Outcome.WRITTEN);
    RecordingChange second =
        change(key, Optional.of(first.after()), first.blocks(), piece("b", 1_500));
    assertThat(store().write(List.of(second))).containsExactly(Outcome.WRITTEN);

    RecordingKey unknown = new RecordingKey(2, key.session());
    assertThat(store().read(List.of(key, unknown))).containsOnly(entry(second.after()));
    Block one = first.blocks().getFirst();
    Block two = second.blocks().getFirst();
    assertThat(store().blocks(key)).containsExactly(one, two);
    assertThat(store().blocks(key, 1, 7)).containsExactly(two);
    assertThat(second.after().listedAt()).isEqualTo(NOON);
    assertThat(store().list(1, DAY.minusDays(1), DAY)).contains(second.after());
    assertThat(store().list(1, DAY.plusDays(1), DAY.plusDays(2))).doesNotContain(second.after());
    assertThat(store().list(2, DAY, DAY)).isEmpty();
  }

  @Test
  void aChangeOfSomethingThatHasChangedIsLostAndLeavesNothing() {
    RecordingChange first = change(key, Optional.empty(), List.of(), piece("a", 1));
    RecordingChange rival = change(key, Optional.empty(), List.of(), piece("b", 2));
    store().write(List.of(first));

    assertThat(store().write(List.of(rival))).containsExactly(Outcome.LOST);

    assertThat(store().blocks(key)).isEqualTo(first.blocks());
  }

  @Test
  void aDeletedRecordingIsInNoListAndTakesNothingMore() {
    RecordingChange first = change(key, Optional.empty(), List.of(), piece("a", 1));
    store().write(List.of(first));
    RecordingChange second = change(key, Optional.of(first.after()), List.of(), piece("b", 2));

    assertThat(store().delete(second.after(), NOON)).isEmpty();
    DeletedRecording left = new DeletedRecording(key, 2, first.after().listedAt(), NOON);
    assertThat(store().delete(first.after(), NOON)).contains(left);

    assertThat(store().write(List.of(second))).containsExactly(Outcome.LOST);
    assertThat(store().read(List.of(key))).containsEntry(key, left);
    assertThat(store().list(1, DAY, DAY)).extracting(Recording::key).doesNotContain(key);
    assertThat(store().blocks(key)).hasSize(1);
    store().forget(key, 0);
    assertThat(store().blocks(key)).isEmpty();
  }

  private static Map.Entry<RecordingKey, StoredRecording> entry(Recording recording) {
    return Map.entry(recording.key(), recording);
  }
}
