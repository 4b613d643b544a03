package dev.tenrec.streams;

import static dev.tenrec.streams.Samples.events;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.events.MalformedEnvelopeException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestEnvelopeReader {
  private final TestingEnvelopeStream stream = new TestingEnvelopeStream();
  private final EnvelopeReader reader = new EnvelopeReader(stream.claims());

  @Test
  void aTicketNamesStageKindAndProjectSoThatMappingsCanFilter() {
    stream.put(List.of(events("ann", 0, 1, 2_000_000)));

    assertThat(new String(stream.records().getFirst().data(), UTF_8))
        .isEqualTo(
            "{\"stage\":\"captured\",\"kind\":\"events\",\"project\":1,"
                + "\"claim\":\"claims/2026-01-01/0\"}");
  }

  @Test
  void aBodyThatIsGoneMakesTheRecordMalformed() {
    stream.put(List.of(events("ann", 0, 1, 2_000_000)));
    stream.claims().expire();

    assertThatThrownBy(() -> reader.read(stream.records().getFirst()))
        .isInstanceOf(MalformedEnvelopeException.class)
        .hasMessage("/claim is \"claims/2026-01-01/0\", and nothing is stored there (any more)");
  }

  @Test
  void aStoreThatCannotBeReachedIsAReasonToComeAgain() {
    stream.put(List.of(events("ann", 0, 1, 2_000_000)));
    stream.claims().fail();

    assertThatThrownBy(() -> reader.read(stream.records().getFirst()))
        .isInstanceOf(StreamUnavailableException.class);
  }

  @Test
  void aFieldNamedClaimInsideAnEnvelopeIsNoTicket() {
    String malformed =
        "{\"stage\":{\"claim\":\"x\"},\"kind\":1,\"project\":1,\"a\":1,\"claim\":\"x\"}";

    assertMalformed(malformed, "/stage is {\"claim\":\"x\"}");
  }

  @Test
  void whatIsNoEnvelopeIsMalformed() {
    assertMalformed("", "The envelope is not a JSON object");
    assertMalformed("{\"stage\":", "The envelope is not JSON");
    assertMalformed("[1]", "The envelope is not a JSON object");
  }

  private void assertMalformed(String data, String message) {
    assertThatThrownBy(
            () ->
                reader.read(
                    new StreamRecord("s", "shard", "1", Samples.NOON, data.getBytes(UTF_8))))
        .isInstanceOf(MalformedEnvelopeException.class)
        .hasMessageContaining(message);
  }
}
