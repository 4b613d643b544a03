package dev.tenrec.replay;

import static com.fasterxml.jackson.core.JsonToken.END_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.START_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.START_OBJECT;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tenrec.events.CapturedSnapshots;
import dev.tenrec.events.ExactJson;
import dev.tenrec.recordings.Piece;
import dev.tenrec.recordings.RecordedEvent;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads the rrweb events of a captured piece, each once, keeping its text as it is. */
final class PieceReader {
  static final String TOO_FAR = "replay_timestamp_too_far";
  static final String NO_EVENT = "invalid_snapshot";
  private static final long FURTHEST = Duration.ofDays(7).toMillis();
  private static final int ID_BYTES = 16;

  private final CapturedSnapshots captured;
  private final String prefix;
  private final List<RecordedEvent> events = new ArrayList<>();
  private final List<String> tooFar = new ArrayList<>();
  private final List<String> noEvents = new ArrayList<>();

  private PieceReader(CapturedSnapshots captured) {
    this.captured = captured;
    this.prefix = "[" + ExactJson.write(TextNode.valueOf(captured.windowId())) + ",";
  }

  /**
   * Reads a piece.
   *
   * @throws IOException when its items are not a JSON array
   */
  static Result read(CapturedSnapshots captured) throws IOException {
    PieceReader reader = new PieceReader(captured);
    try (JsonParser parser = ExactJson.untrustedParser(captured.items())) {
      if (parser.nextToken() != START_ARRAY) {
        throw new IOException("The items are no array");
      }
      while (parser.nextToken() != END_ARRAY) {
        reader.item(parser);
      }
    }
    return reader.result();
  }

  private Result result() {
    List<Refused> refused = new ArrayList<>();
    if (!tooFar.isEmpty()) {
      refused.add(
          new Refused(
              TOO_FAR,
              "%d events are more than 7 days from %s, when they came: set the device's clock"
                  .formatted(tooFar.size(), captured.receivedAt()),
              tooFar));
    }
    if (!noEvents.isEmpty()) {
      refused.add(
          new Refused(
              NO_EVENT,
              "%d items are no rrweb events: an event is an object with a type and a timestamp"
                  .formatted(noEvents.size()),
              noEvents));
    }
    return new Result(
        events.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Piece(
                    id(captured),
                    captured.distinctId(),
                    captured.source(),
                    captured.library(),
                    events)),
        refused);
  }

  private void item(JsonParser parser) throws IOException {
    int begin = offset(parser);
    Optional<Signs> signs = Optional.empty();
    if (parser.currentToken() == START_OBJECT) {
      signs = Optional.of(Signs.read(parser));
    } else {
      JsonToken value = parser.currentToken();
      parser.skipChildren();
      parser.finishToken();
      if (value.isScalarValue()) {
        noEvents.add(captured.items().substring(begin, end(parser)));
        return;
      }
    }
    // Line breaks can only stand between tokens here, where a space means the same.
    String text =
        captured.items().substring(begin, offset(parser) + 1).replace('\n', ' ').replace('\r', ' ');
    if (signs.isEmpty() || !signs.get().complete()) {
      noEvents.add(text);
    } else if (Math.abs(signs.get().timestamp() - captured.receivedAt().toEpochMilli())
        > FURTHEST) {
      tooFar.add(text);
    } else {
      events.add(
          new RecordedEvent(
              signs.get().timestamp(),
              signs.get().traits(),
              signs.get().url(),
              prefix + text + "]"));
    }
  }

  private static int offset(JsonParser parser) {
    return Math.toIntExact(parser.currentTokenLocation().getCharOffset());
  }

  private static int end(JsonParser parser) {
    return Math.toIntExact(parser.currentLocation().getCharOffset());
  }

  // The request's time and envelope are left out: a retry differs in them and in nothing else.
  private static String id(CapturedSnapshots captured) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((captured.windowId() + "\n").getBytes(UTF_8));
      byte[] hash = digest.digest(captured.items().getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, ID_BYTES));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  /**
   * What a piece holds.
   *
   * @param piece its events, if there are any
   * @param refused what of it is no event that can be replayed
   */
  record Result(Optional<Piece> piece, List<Refused> refused) {}

  /**
   * Items that cannot be replayed.
   *
   * @param reason a code
   * @param detail a sentence
   * @param items their JSON
   */
  record Refused(String reason, String detail, List<String> items) {}
}
