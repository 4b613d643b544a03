package dev.tenrec.streams;

import static dev.tenrec.streams.Samples.NOON;
import static dev.tenrec.streams.Samples.event;
import static dev.tenrec.streams.Samples.events;
import static dev.tenrec.streams.Samples.numbers;
import static dev.tenrec.streams.Samples.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.events.CapturedEvents;
import dev.tenrec.events.CapturedSnapshots;
import dev.tenrec.events.Envelope;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link EnvelopeStream} does; the twin in memory and the real one alike. */
abstract class EnvelopeStreamContract {
  /** The stream under test, the same one within a test. */
  abstract EnvelopeStream stream();

  /** Every record the stream has, oldest first. */
  abstract List<StreamRecord> records();

  /** Reads this stream's records. */
  abstract EnvelopeReader reader();

  /** The next put fails for good after the stream has taken that many records. */
  abstract void refuseAfter(int accepted);

  @Test
  void whatIsPutIsReadAgain() {
    List<Envelope> envelopes = List.of(event("ann", 1), rejected("{}"), events("bob", 1, 3, 10));

    stream().put(envelopes);

    assertThat(read()).containsExactlyInAnyOrderElementsOf(envelopes);
  }

  @Test
  void nothingPutIsNothingRead() {
    stream().put(List.of());

    assertThat(records()).isEmpty();
  }

  @Test
  void eventsOfOnePersonKeepTheirOrder() {
    List<CapturedEvents> mixed = new ArrayList<>();
    for (int number = 0; number < 30; number++) {
      mixed.add(event("ann", number));
      mixed.add(event("bob", number));
    }

    stream().put(mixed.subList(0, 25));
    stream().put(mixed.subList(25, 60));

    List<Integer> all = IntStream.range(0, 30).boxed().toList();
    assertThat(numbers(read(), "ann")).isEqualTo(all);
    assertThat(numbers(read(), "bob")).isEqualTo(all);
  }

  @Test
  void anEnvelopeLargerThanARecordArrivesInPartsAndInOrder() {
    stream().put(List.of(events("ann", 0, 5, 300_000), event("ann", 5)));

    assertThat(numbers(read(), "ann")).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(records()).hasSizeGreaterThan(2);
    assertThat(records()).allSatisfy(record -> assertThat(record.data()).hasSizeLessThan(1 << 20));
  }

  @Test
  void anEventLargerThanARecordIsReadAgainWhole() {
    CapturedEvents large = events("ann", 0, 1, 3_000_000);

    stream().put(List.of(large, rejected("y".repeat(1 << 21))));

    assertThat(read()).containsExactlyInAnyOrder(large, rejected("y".repeat(1 << 21)));
    assertThat(records()).allSatisfy(record -> assertThat(record.data()).hasSizeLessThan(500));
  }

  @Test
  void aPieceOfARecordingLargerThanARecordIsReadAgainWhole() {
    CapturedSnapshots piece =
        new CapturedSnapshots(
            1, "s-1", "w-1", "ann", NOON, "web", "web", "[" + "1,".repeat(1 << 20) + "1]");

    stream().put(List.of(piece));

    assertThat(read()).containsExactly(piece);
    assertThat(records()).allSatisfy(record -> assertThat(record.data()).hasSizeLessThan(500));
  }

  @Test
  void aKeyLongerThanTheStreamTakesIsNoObstacle() {
    stream().put(List.of(event("ä".repeat(2_000), 1), event("😀".repeat(200), 2)));

    assertThat(read()).hasSize(2);
  }

  @Test
  void recordsHaveAPlaceThatGrows() {
    stream().put(List.of(event("ann", 1)));
    stream().put(List.of(event("ann", 2)));

    assertThat(records().get(1).isAfter(records().get(0).sequenceNumber())).isTrue();
    assertThat(records().get(0).isAfter(records().get(1).sequenceNumber())).isFalse();
  }

  @Test
  void afterAFailureTheSamePutSucceedsAndNothingIsMissing() {
    List<CapturedEvents> envelopes = List.of(event("ann", 1), event("bob", 1), event("cid", 1));
    refuseAfter(2);

    assertThatThrownBy(() -> stream().put(envelopes))
        .isInstanceOf(StreamUnavailableException.class);
    assertThat(records()).hasSize(2);

    stream().put(envelopes);
    assertThat(read()).hasSize(5).containsAll(envelopes);
  }

  private List<Envelope> read() {
    return records().stream().map(reader()::read).toList();
  }
}
