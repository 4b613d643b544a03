package dev.tenrec.query.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Field;
import dev.tenrec.query.hogql.parse.HogqlReader;
import java.util.List;

/**
 * A column of a list of events: one value, or several packed into an object.
 *
 * @param name as it was asked for
 * @param expressions what is read for it
 * @param keys the keys of the object; none for a plain value
 */
record EventColumn(String name, List<Expression> expressions, List<String> keys) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> EVENT =
      List.of(
          "uuid",
          "event",
          "properties",
          "timestamp",
          "distinct_id",
          "elements_chain",
          "created_at",
          "person_mode");

  /** The column that a select item means: {@code *}, {@code person}, or any HogQL expression. */
  static EventColumn of(String text) {
    return switch (text.strip()) {
      case "*" -> packed("*", EVENT.stream().<Expression>map(Field::of).toList(), EVENT);
      case "person" ->
          packed(
              "person",
              List.of(
                  Field.of("person_id"), Field.of("person", "properties"), Field.of("distinct_id")),
              List.of("uuid", "properties", "distinct_id"));
      default -> new EventColumn(text, List.of(HogqlReader.readExpression(text)), List.of());
    };
  }

  private static EventColumn packed(String name, List<Expression> expressions, List<String> keys) {
    return new EventColumn(name, expressions, keys);
  }

  /** The column's value of one row. */
  JsonNode pack(List<JsonNode> values) {
    if (keys.isEmpty()) {
      return values.getFirst();
    }
    ObjectNode packed = JSON.createObjectNode();
    for (int i = 0; i < keys.size(); i++) {
      String key = keys.get(i);
      packed.set(key, key.equals("properties") ? parsed(values.get(i)) : values.get(i));
    }
    return packed;
  }

  // Documents are stored as text; a list of events carries them as objects.
  static JsonNode parsed(JsonNode document) {
    try {
      return document.isTextual() ? JSON.readTree(document.textValue()) : document;
    } catch (JsonProcessingException broken) {
      return document;
    }
  }
}
