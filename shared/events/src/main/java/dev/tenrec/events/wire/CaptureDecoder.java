package dev.tenrec.events.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.CapturedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Decodes capture requests of every SDK, old and new.
 *
 * <p>Guarantees: the same request decodes to the same events, whatever its form and encoding; no
 * request makes it fail in another way than a {@link CaptureRefusal}; it never holds more than
 * {@link #PAYLOAD_LIMIT} bytes of decompressed data. Safe to use from several threads.
 */
public final class CaptureDecoder {
  /** The most bytes a payload may have once decompressed. */
  public static final int PAYLOAD_LIMIT = 25 * 1024 * 1024;

  private static final String NOT_KEPT = "$performance_event";

  private final Supplier<UUID> ids;

  /**
   * @param ids makes the ids of events that came without one
   */
  public CaptureDecoder(Supplier<UUID> ids) {
    this.ids = ids;
  }

  /** The request's events, or why it is refused. */
  public CaptureResult decode(CaptureRequest request) {
    String payload = "";
    Optional<String> token = Optional.empty();
    try {
      payload = Payload.decode(request);
      SentBatch batch = SentBatch.read(payload, request);
      token = Optional.of(Token.of(batch));
      return new CaptureBatch(token.get(), batch.historical(), events(batch, request), payload);
    } catch (RefusedException refused) {
      return refused.refusal(token, payload);
    }
  }

  private List<CapturedEvent> events(SentBatch batch, CaptureRequest request)
      throws RefusedException {
    List<CapturedEvent> events = new ArrayList<>(batch.events().size());
    for (int place = 0; place < batch.events().size(); place++) {
      ObjectNode sent = batch.events().get(place);
      if (!sent.path("event").asText().equals(NOT_KEPT)) {
        events.add(new SentEvent(place, sent).read(batch, request, ids));
      }
    }
    return events;
  }
}
