package dev.tenrec.streams;

import static com.fasterxml.jackson.core.JsonToken.FIELD_NAME;
import static com.fasterxml.jackson.core.JsonToken.START_OBJECT;
import static com.fasterxml.jackson.core.JsonToken.VALUE_STRING;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.Envelope;
import dev.tenrec.events.ExactJson;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** What a record carries instead of an envelope whose body is in the claim store. */
final class ClaimTicket {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int FIELDS_BEFORE_CLAIM = 3;

  private ClaimTicket() {}

  static byte[] write(Envelope envelope, String claim) {
    ObjectNode ticket = JsonNodeFactory.instance.objectNode();
    ticket.put("stage", envelope.stage().name().toLowerCase(Locale.ROOT));
    ticket.put("kind", envelope.kind().name().toLowerCase(Locale.ROOT));
    ticket.put("project", envelope.project());
    ticket.put("claim", claim);
    return ExactJson.writeBytes(ticket);
  }

  /** The claim of a ticket; empty when the record is something else. Reads four fields at most. */
  static Optional<String> claim(byte[] data) {
    try (JsonParser parser = JSON.createParser(data)) {
      if (parser.nextToken() != START_OBJECT) {
        return Optional.empty();
      }
      for (int field = 0; field <= FIELDS_BEFORE_CLAIM; field++) {
        if (parser.nextToken() != FIELD_NAME) {
          return Optional.empty();
        }
        boolean claim = parser.currentName().equals("claim");
        if (parser.nextToken() == VALUE_STRING && claim) {
          return Optional.of(parser.getText());
        }
        parser.skipChildren();
      }
      return Optional.empty();
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }
}
