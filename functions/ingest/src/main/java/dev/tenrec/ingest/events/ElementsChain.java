package dev.tenrec.ingest.events;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Writes autocaptured elements as a chain: the target first, one element as {@code
 * tag.class.class:key="value"key="value"}, elements joined by {@code ;}.
 */
final class ElementsChain {
  private static final int LONGEST_TEXT = 400;
  private static final int LONGEST_HREF = 2_048;

  private ElementsChain() {}

  /** The chain of a {@code $elements} array, empty when it is none. */
  static String of(JsonNode elements) {
    if (elements == null || !elements.isArray()) {
      return "";
    }
    return StreamSupport.stream(elements.spliterator(), false)
        .filter(JsonNode::isObject)
        .map(ElementsChain::element)
        .collect(joining(";"));
  }

  private static String element(JsonNode element) {
    StringBuilder text = new StringBuilder(element.path("tag_name").asText(""));
    classes(element).forEach(name -> text.append('.').append(name.replace("\"", "")));
    text.append(':');
    attributes(element)
        .forEach(
            (key, value) ->
                text.append(escaped(key)).append("=\"").append(escaped(value)).append('"'));
    return text.toString();
  }

  private static List<String> classes(JsonNode element) {
    JsonNode classes =
        element.has("classes") ? element.get("classes") : element.path("attr__class");
    Stream<String> names =
        classes.isArray()
            ? StreamSupport.stream(classes.spliterator(), false).map(JsonNode::asText)
            : Stream.of(classes.asText("").split("\\s+"));
    return names.map(String::strip).filter(name -> !name.isEmpty()).sorted().toList();
  }

  private static Map<String, String> attributes(JsonNode element) {
    Map<String, String> attributes = new TreeMap<>(ElementsChain::inLocaleOrder);
    element
        .properties()
        .forEach(
            field -> {
              if (field.getKey().startsWith("attr__")) {
                attributes.put(field.getKey(), text(field.getValue()));
              }
            });
    put(attributes, "text", cut(text(element.path("$el_text")), LONGEST_TEXT));
    put(attributes, "href", cut(text(element.path("attr__href")), LONGEST_HREF));
    put(attributes, "attr_id", text(element.path("attr__id")));
    attributes.put("nth-child", number(element.path("nth_child")));
    attributes.put("nth-of-type", number(element.path("nth_of_type")));
    return attributes;
  }

  private static void put(Map<String, String> attributes, String key, String value) {
    if (!value.isEmpty()) {
      attributes.put(key, value);
    }
  }

  private static String number(JsonNode value) {
    return value.isNumber() ? value.asText() : "0";
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      List<String> parts = new ArrayList<>();
      value.forEach(part -> parts.add(part.asText()));
      return String.join(" ", parts);
    }
    return value.isValueNode() && !value.isNull() ? value.asText() : "";
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  private static String escaped(String text) {
    return text.replace("\"", "\\\"");
  }

  /** As browsers compare: underscore, then hyphen, then the rest without regard to case. */
  private static int inLocaleOrder(String left, String right) {
    for (int index = 0; index < Math.min(left.length(), right.length()); index++) {
      int order = Integer.compare(weight(left.charAt(index)), weight(right.charAt(index)));
      if (order != 0) {
        return order;
      }
    }
    int byLength = Integer.compare(left.length(), right.length());
    return byLength != 0 ? byLength : right.compareTo(left);
  }

  private static int weight(char character) {
    return switch (character) {
      case '_' -> 0;
      case '-' -> 1;
      default -> Character.toLowerCase(character);
    };
  }
}
