package dev.tenrec.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request's JSON object, read field by field; what is missing or of the wrong type becomes a
 * validation error that names the field.
 *
 * @param node the object
 */
public record JsonBody(ObjectNode node) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The body of a request; an empty body is an empty object.
   *
   * @throws ApiException 400 when it is not a JSON object
   */
  public static JsonBody of(HttpRequest request) {
    if (request.body().length == 0) {
      return new JsonBody(JSON.createObjectNode());
    }
    try {
      if (JSON.readTree(request.body()) instanceof ObjectNode object) {
        return new JsonBody(object);
      }
    } catch (JacksonException broken) {
      throw ApiException.malformed("JSON parse error - " + broken.getOriginalMessage());
    } catch (IOException impossible) {
      throw new IllegalStateException("Bytes in memory could not be read", impossible);
    }
    throw ApiException.malformed("The body must be a JSON object.");
  }

  /** Whether the field is there and not null. */
  public boolean has(String field) {
    return node.hasNonNull(field);
  }

  /** The text of a field that must be there. */
  public String text(String field) {
    return optionalText(field)
        .orElseThrow(() -> ApiException.invalid(field, "required", "This field is required."));
  }

  /** The text of a field, empty when it is missing or null. */
  public Optional<String> optionalText(String field) {
    if (!has(field)) {
      return Optional.empty();
    }
    JsonNode value = node.get(field);
    if (!value.isTextual()) {
      throw ApiException.invalid(field, "invalid", "Not a valid string.");
    }
    return Optional.of(value.textValue());
  }

  /** The boolean of a field, empty when it is missing or null. */
  public Optional<Boolean> optionalFlag(String field) {
    if (!has(field)) {
      return Optional.empty();
    }
    JsonNode value = node.get(field);
    if (!value.isBoolean()) {
      throw ApiException.invalid(field, "invalid", "Must be a valid boolean.");
    }
    return Optional.of(value.booleanValue());
  }

  /** The object of a field, empty when it is missing or null. */
  public Optional<ObjectNode> optionalObject(String field) {
    if (!has(field)) {
      return Optional.empty();
    }
    if (node.get(field) instanceof ObjectNode object) {
      return Optional.of(object);
    }
    throw ApiException.invalid(field, "invalid", "Must be an object.");
  }

  /** The items of an array field, none when it is missing or null. */
  public List<JsonNode> items(String field) {
    if (!has(field)) {
      return List.of();
    }
    if (!node.get(field).isArray()) {
      throw ApiException.invalid(field, "not_a_list", "Expected a list of items.");
    }
    List<JsonNode> items = new ArrayList<>();
    node.get(field).forEach(items::add);
    return items;
  }

  /** Puts those of the fields that were sent into a body as they are, {@code null} included. */
  public void copy(List<String> fields, ObjectNode body) {
    for (String field : fields) {
      JsonNode value = node.get(field);
      if (value != null) {
        body.set(field, value);
      }
    }
  }
}
