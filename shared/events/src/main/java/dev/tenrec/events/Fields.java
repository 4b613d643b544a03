package dev.tenrec.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/** The fields of one JSON object inside an envelope; every failure names the place. */
record Fields(String place, ObjectNode node) {
  static Fields of(String place, JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      throw new MalformedEnvelopeException(
          (place.isEmpty() ? "The envelope" : place) + " is not a JSON object");
    }
    return new Fields(place, object);
  }

  String text(String name) {
    JsonNode value = value(name);
    if (!value.isTextual()) {
      throw wrong(name, "a string");
    }
    return value.textValue();
  }

  boolean bool(String name) {
    JsonNode value = value(name);
    if (!value.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return value.booleanValue();
  }

  long whole(String name) {
    JsonNode value = value(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(name, "a whole number");
    }
    return value.longValue();
  }

  int small(String name) {
    if (!value(name).isInt()) {
      throw wrong(name, "a small whole number");
    }
    return value(name).intValue();
  }

  UUID uuid(String name) {
    return convert(name, UUID::fromString, "a UUID");
  }

  Instant instant(String name) {
    return convert(name, Instant::parse, "an ISO 8601 time in UTC");
  }

  <E extends Enum<E>> E choice(String name, Class<E> type) {
    return convert(
        name,
        text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)),
        "one of " + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
  }

  ObjectNode object(String name) {
    if (!(value(name) instanceof ObjectNode object)) {
      throw wrong(name, "an object");
    }
    return object;
  }

  <T> List<T> each(String name, Function<Fields, T> reader) {
    JsonNode values = array(name);
    List<T> all = new ArrayList<>(values.size());
    for (JsonNode value : values) {
      all.add(reader.apply(Fields.of(at(name) + "/" + all.size(), value)));
    }
    return all;
  }

  List<String> texts(String name) {
    List<String> all = new ArrayList<>();
    for (JsonNode value : array(name)) {
      if (!value.isTextual()) {
        throw wrong(name, "an array of strings");
      }
      all.add(value.textValue());
    }
    return all;
  }

  private JsonNode array(String name) {
    JsonNode values = value(name);
    if (!values.isArray()) {
      throw wrong(name, "an array");
    }
    return values;
  }

  private JsonNode value(String name) {
    JsonNode value = node.get(name);
    if (value == null) {
      throw new MalformedEnvelopeException(at(name) + " is missing");
    }
    return value;
  }

  private <T> T convert(String name, Function<String, T> conversion, String expected) {
    try {
      return conversion.apply(text(name));
    } catch (IllegalArgumentException | DateTimeException notThat) {
      MalformedEnvelopeException wrong = wrong(name, expected);
      wrong.addSuppressed(notThat);
      throw wrong;
    }
  }

  private MalformedEnvelopeException wrong(String name, String expected) {
    String value = ExactJson.write(value(name));
    String shown = value.length() > 100 ? value.substring(0, 100) + "..." : value;
    return new MalformedEnvelopeException(at(name) + " is " + shown + ": expected " + expected);
  }

  private String at(String name) {
    return place + "/" + name;
  }
}
