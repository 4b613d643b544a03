package dev.tenrec.events.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.CapturedEvent;
import dev.tenrec.events.ExactJson;
import dev.tenrec.events.wire.CaptureRequest.Form;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One event of a request.
 *
 * @param place its index in the request, for messages
 * @param sent the object as sent; reading takes its properties apart
 */
record SentEvent(int place, ObjectNode sent) {
  private static final int LONGEST_ID = 200;

  CapturedEvent read(SentBatch batch, CaptureRequest request, Supplier<UUID> ids)
      throws RefusedException {
    String name = name(request.form());
    ObjectNode properties = properties();
    String distinctId = distinctId(properties);
    UUID uuid = uuid().orElseGet(ids);
    merge(properties, "$set");
    merge(properties, "$set_once");
    unset(properties);
    JsonNode cookieless = properties.path("$cookieless_mode");
    if (!cookieless.isBoolean() && !cookieless.isMissingNode() && !cookieless.isNull()) {
      throw wrong("$cookieless_mode", cookieless, "true or false");
    }
    EventTime time = new EventTime(request.receivedAt(), batch.sentAt());
    return new CapturedEvent(uuid, name, distinctId, time.of(sent, properties), properties);
  }

  private String name(Form form) throws RefusedException {
    JsonNode name = field("event");
    if (name.isMissingNode()) {
      if (form == Form.ENGAGE) {
        return "$identify";
      }
      throw refused("missing_event_name", "has no 'event': send its name there");
    }
    if (!name.isTextual()) {
      throw wrong("event", name, "a name");
    }
    if (name.textValue().isEmpty()) {
      throw refused("missing_event_name", "has an empty 'event': send its name there");
    }
    return name.textValue();
  }

  private ObjectNode properties() throws RefusedException {
    return object("properties").orElseGet(JsonNodeFactory.instance::objectNode);
  }

  private String distinctId(ObjectNode properties) throws RefusedException {
    JsonNode id = field("distinct_id");
    if (id.isMissingNode()) {
      id = field("$distinct_id");
    }
    if (id.isMissingNode()) {
      id = properties.path("distinct_id");
    }
    if (id.isMissingNode() || id.isNull()) {
      throw refused("missing_distinct_id", "has no 'distinct_id': send who did it");
    }
    String text = (id.isTextual() ? id.textValue() : ExactJson.write(id)).replace('\0', '\ufffd');
    if (text.isEmpty()) {
      throw refused("missing_distinct_id", "has an empty 'distinct_id': send who did it");
    }
    return text.codePointCount(0, text.length()) <= LONGEST_ID
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_ID));
  }

  private Optional<UUID> uuid() throws RefusedException {
    JsonNode value = field("uuid");
    if (value.isMissingNode() || (value.isTextual() && value.textValue().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        Optional.of(value)
            .filter(JsonNode::isTextual)
            .flatMap(text -> EventId.parse(text.textValue()))
            .orElseThrow(() -> wrong("uuid", value, "a UUID, or none for one of the server's")));
  }

  // What stands beside the properties wins over what stands in them.
  private void merge(ObjectNode properties, String name) throws RefusedException {
    Optional<ObjectNode> beside = object(name);
    if (beside.isEmpty()) {
      return;
    }
    if (properties.get(name) instanceof ObjectNode inside) {
      inside.setAll(beside.get());
    } else {
      properties.set(name, beside.get());
    }
  }

  private void unset(ObjectNode properties) {
    JsonNode beside = field("$unset");
    if (beside instanceof ArrayNode names && properties.get("$unset") instanceof ArrayNode inside) {
      inside.addAll(names);
    } else if (!beside.isMissingNode()) {
      properties.set("$unset", beside);
    }
  }

  private Optional<ObjectNode> object(String name) throws RefusedException {
    JsonNode value = field(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (value instanceof ObjectNode object) {
      return Optional.of(object);
    }
    throw wrong(name, value, "an object");
  }

  /** The field; null counts as missing. */
  private JsonNode field(String name) {
    JsonNode value = sent.path(name);
    return value.isNull() ? MissingNode.getInstance() : value;
  }

  private RefusedException wrong(String name, JsonNode value, String expected) {
    String shown = ExactJson.write(value);
    return refused(
        "invalid_" + name.replace("$", ""),
        "has '%s' %s: it must be %s"
            .formatted(
                name, shown.length() > 100 ? shown.substring(0, 100) + "..." : shown, expected));
  }

  private RefusedException refused(String reason, String message) {
    return new RefusedException(400, reason, "Event " + place + " of the request " + message);
  }
}
