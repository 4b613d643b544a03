package dev.tenrec.events.wire;

import static com.fasterxml.jackson.core.JsonToken.END_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.END_OBJECT;
import static com.fasterxml.jackson.core.JsonToken.START_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.START_OBJECT;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.ExactJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a recording's request from end to end once, and copies the recorded data out of it. */
final class SnapshotItems {
  private static final String DATA = "$snapshot_data";
  private static final String PROPERTIES = "properties";

  private final String payload;
  private final JsonParser parser;
  private final List<ObjectNode> items = new ArrayList<>();
  private final StringBuilder data = new StringBuilder("[");
  private OptionalInt itemWithoutData = OptionalInt.empty();
  private Optional<JsonNode> token = Optional.empty();

  private SnapshotItems(String payload, JsonParser parser) {
    this.payload = payload;
    this.parser = parser;
  }

  static SnapshotItems read(String payload) throws RefusedException {
    try (JsonParser parser = ExactJson.untrustedParser(payload)) {
      SnapshotItems read = new SnapshotItems(payload, parser);
      read.whole();
      return read;
    } catch (JsonProcessingException broken) {
      throw new RefusedException(
          400, "invalid_json", "The payload is not JSON: " + broken.getOriginalMessage());
    } catch (IOException impossible) {
      throw new IllegalStateException("A text could not be read", impossible);
    }
  }

  /** The items without their data, in the shape in which tokens are looked for. */
  SentBatch batch() {
    return new SentBatch(token, false, Optional.empty(), items);
  }

  /** All data, as one array. */
  String data() throws RefusedException {
    if (itemWithoutData.isPresent()) {
      throw SnapshotDecoder.refused(
          "missing_snapshot_data",
          "item %d has no '%s' in its properties: send an rrweb event or an array of them"
              .formatted(itemWithoutData.getAsInt(), DATA));
    }
    return data + "]";
  }

  private void whole() throws IOException, RefusedException {
    JsonToken first = parser.nextToken();
    if (first == START_ARRAY) {
      array();
    } else if (first == START_OBJECT) {
      objectOrEnvelope();
    } else {
      throw new RefusedException(
          400, "invalid_shape", "The payload is neither an object nor an array of items");
    }
    if (parser.nextToken() != null) {
      throw new RefusedException(400, "invalid_json", "Something follows the payload's JSON");
    }
    if (items.isEmpty()) {
      throw new RefusedException(
          400, "empty_batch", "The request holds no item: send at least one");
    }
  }

  private void array() throws IOException, RefusedException {
    while (parser.nextToken() != END_ARRAY) {
      if (parser.currentToken() != START_OBJECT) {
        throw new RefusedException(
            400, "invalid_shape", "Item " + items.size() + " is no object: an item is one");
      }
      ObjectNode item = JsonNodeFactory.instance.objectNode();
      Copied copied = new Copied();
      object(item, copied, false);
      accept(item, copied);
    }
  }

  private void objectOrEnvelope() throws IOException, RefusedException {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    Copied copied = new Copied();
    object(fields, copied, true);
    if (!copied.envelope) {
      accept(fields, copied);
      return;
    }
    token =
        Optional.ofNullable(fields.get("api_key"))
            .or(() -> Optional.ofNullable(fields.get("token")))
            .filter(value -> !value.isNull());
  }

  private void object(ObjectNode fields, Copied copied, boolean outermost)
      throws IOException, RefusedException {
    while (parser.nextToken() != END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (outermost && name.equals("batch") && value == START_ARRAY) {
        copied.envelope = true;
        array();
      } else if (name.equals(PROPERTIES) && value == START_OBJECT) {
        properties(fields.putObject(PROPERTIES), copied);
      } else {
        fields.set(name, ExactJson.readValue(parser));
      }
    }
  }

  private void properties(ObjectNode properties, Copied copied) throws IOException {
    while (parser.nextToken() != END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals(DATA) && (value == START_ARRAY || value == START_OBJECT)) {
        copied.begin = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
        parser.skipChildren();
        copied.end = Math.toIntExact(parser.currentTokenLocation().getCharOffset()) + 1;
        copied.inArray = value == START_ARRAY;
      } else if (!name.equals(DATA)) {
        properties.set(name, ExactJson.readValue(parser));
      }
    }
  }

  private void accept(ObjectNode item, Copied copied) {
    if (copied.end == 0 && itemWithoutData.isEmpty()) {
      itemWithoutData = OptionalInt.of(items.size());
    }
    items.add(item);
    if (copied.end == 0) {
      return;
    }
    String part =
        copied.inArray
            ? payload.substring(copied.begin + 1, copied.end - 1).strip()
            : payload.substring(copied.begin, copied.end);
    if (!part.isEmpty()) {
      data.append(data.length() > 1 ? "," : "").append(part);
    }
  }

  /** Where an item's data stands in the payload; the last one of a name counts. */
  private static final class Copied {
    private int begin;
    private int end;
    private boolean inArray;
    private boolean envelope;
  }
}
