package dev.tenrec.streams;

import static dev.tenrec.streams.Samples.event;
import static dev.tenrec.streams.Samples.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestTestingEnvelopeStream extends EnvelopeStreamContract {
  private final TestingEnvelopeStream stream = new TestingEnvelopeStream();

  @Override
  EnvelopeStream stream() {
    return stream;
  }

  @Override
  List<StreamRecord> records() {
    return stream.records();
  }

  @Override
  EnvelopeReader reader() {
    return new EnvelopeReader(stream.claims());
  }

  @Override
  void refuseAfter(int accepted) {
    stream.refuseAfter(accepted);
  }

  @Test
  void itRefusesAsOftenAsItWasTold() {
    stream.refuse(2);

    assertThatThrownBy(() -> stream.put(List.of(event("ann", 1)))).hasMessageContaining("refuses");
    assertThatThrownBy(() -> stream.put(List.of(event("ann", 1)))).hasMessageContaining("refuses");
    stream.put(List.of(event("ann", 1)));

    assertThat(stream.envelopes()).containsExactly(event("ann", 1));
  }

  @Test
  void aClearedStreamGoesOnCounting() {
    stream.put(List.of(event("ann", 1)));
    StreamRecord first = stream.records().getFirst();
    stream.clear();
    stream.put(List.of(event("ann", 2)));

    assertThat(stream.records()).hasSize(1);
    assertThat(stream.records().getFirst().isAfter(first.sequenceNumber())).isTrue();
  }

  @Test
  void aFailingClaimStoreFailsThePut() {
    stream.claims().fail();

    assertThatThrownBy(() -> stream.put(List.of(events("ann", 0, 1, 2_000_000))))
        .isInstanceOf(StreamUnavailableException.class);

    stream.claims().recover();
    stream.put(List.of(events("ann", 0, 1, 2_000_000)));
    assertThat(stream.envelopes()).hasSize(1);
  }
}
