package dev.tenrec.events.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.ExactJson;
import java.util.Optional;

/**
 * What a request that carries one JSON object turned out to be; every encoding of capture works.
 */
public sealed interface JsonPayload {
  /** Decodes and parses the request. Never throws. */
  static JsonPayload decode(CaptureRequest request) {
    String payload = "";
    try {
      payload = Payload.decode(request);
      if (ExactJson.readUntrusted(payload) instanceof ObjectNode object) {
        return new Decoded(object);
      }
      throw new RefusedException(400, "invalid_json", "The payload is not a JSON object");
    } catch (JsonProcessingException broken) {
      return new Refused(
          new CaptureRefusal(
              400,
              "invalid_json",
              "The payload is not JSON: " + broken.getOriginalMessage(),
              Optional.empty(),
              payload));
    } catch (RefusedException refused) {
      return new Refused(refused.refusal(Optional.empty(), payload));
    }
  }

  /** The object. */
  record Decoded(ObjectNode object) implements JsonPayload {}

  /** Why there is none. */
  record Refused(CaptureRefusal refusal) implements JsonPayload {}
}
