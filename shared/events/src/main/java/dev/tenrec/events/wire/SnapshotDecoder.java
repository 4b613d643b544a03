package dev.tenrec.events.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.ExactJson;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decodes requests that carry recordings.
 *
 * <p>Guarantees: the rrweb events come out as the characters that were sent, without a tree being
 * made of them; no request makes it fail in another way than a {@link CaptureRefusal}; it never
 * holds more than {@link CaptureDecoder#PAYLOAD_LIMIT} bytes of decompressed data.
 */
public final class SnapshotDecoder {
  private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9-]{1,70}");
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_NAME = 1_000;
  private static final String WEB = "web";

  private SnapshotDecoder() {}

  /**
   * The request's recording, or why it is refused. The first item says whose it is; the data of all
   * items is joined.
   *
   * @param userAgent the header's value, which names the SDK when the item does not
   */
  public static SnapshotResult decode(CaptureRequest request, String userAgent) {
    String payload = "";
    Optional<String> token = Optional.empty();
    try {
      payload = Payload.decode(request);
      SnapshotItems items = SnapshotItems.read(payload);
      token = Optional.of(Token.of(items.batch()));
      ObjectNode first = items.batch().events().getFirst();
      JsonNode properties = first.path("properties");
      String session = session(properties.path("$session_id"));
      return new SnapshotBatch(
          token.get(),
          session,
          text(properties.path("$window_id"), LONGEST_NAME).orElse(session),
          distinctId(first, properties),
          text(properties.path("$snapshot_source"), LONGEST_NAME).orElse(WEB),
          text(properties.path("$lib"), LONGEST_NAME).orElseGet(() -> library(userAgent)),
          items.data(),
          payload);
    } catch (RefusedException refused) {
      return refused.refusal(token, payload);
    }
  }

  private static String session(JsonNode id) throws RefusedException {
    if (id.isMissingNode() || id.isNull()) {
      throw refused("missing_session_id", "the first item has no '$session_id' in its properties");
    }
    if (!id.isTextual() || !SESSION.matcher(id.textValue()).matches()) {
      throw refused(
          "invalid_session_id",
          "'$session_id' is %s: it has 1 to 70 letters, digits and hyphens".formatted(shown(id)));
    }
    return id.textValue();
  }

  private static String distinctId(ObjectNode item, JsonNode properties) throws RefusedException {
    JsonNode id = item.hasNonNull("distinct_id") ? item.get("distinct_id") : null;
    if (id == null) {
      id = properties.path("distinct_id");
    }
    if (id.isMissingNode() || id.isNull()) {
      throw refused("missing_distinct_id", "the first item has no 'distinct_id': send who it was");
    }
    String text = id.isTextual() ? id.textValue() : ExactJson.write(id);
    if (text.isEmpty()) {
      throw refused("missing_distinct_id", "'distinct_id' is empty: send who it was");
    }
    return cut(text.replace('\0', '\ufffd'), LONGEST_ID);
  }

  private static Optional<String> text(JsonNode value, int longest) {
    return Optional.of(value)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(text -> !text.isEmpty())
        .map(text -> cut(text, longest));
  }

  // SDKs for servers and apps name themselves; browsers name the browser.
  private static String library(String userAgent) {
    int slash = userAgent.indexOf('/');
    return slash > 0 && userAgent.startsWith("posthog")
        ? cut(userAgent.substring(0, slash), LONGEST_NAME)
        : WEB;
  }

  private static String cut(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest));
  }

  private static String shown(JsonNode value) {
    return cut(ExactJson.write(value), 100);
  }

  static RefusedException refused(String code, String message) {
    return new RefusedException(400, code, code + ": " + message);
  }
}
