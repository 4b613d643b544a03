package dev.tenrec.infra.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JSON object of settings that knows its path, so that every complaint names the setting. */
final class SettingsNode {
  private final String path;
  private final JsonNode node;

  private SettingsNode(String path, JsonNode node) {
    this.path = path;
    this.node = node;
  }

  static SettingsNode of(JsonNode node, String... known) {
    return check(new SettingsNode("", node), known);
  }

  /** An object inside this one. */
  Optional<SettingsNode> object(String key, String... known) {
    return value(key).map(value -> check(new SettingsNode(name(key), value), known));
  }

  int number(String key, int otherwise) {
    return optionalNumber(key).orElse(otherwise);
  }

  Optional<Integer> optionalNumber(String key) {
    return value(key)
        .map(
            value -> {
              if (!value.canConvertToInt() || !value.isIntegralNumber()) {
                throw wrong(key, value, "give a whole number");
              }
              return value.intValue();
            });
  }

  Optional<String> text(String key) {
    return value(key)
        .map(
            value -> {
              if (!value.isTextual()) {
                throw wrong(key, value, "give a JSON string, in double quotes");
              }
              return value.textValue();
            });
  }

  /** Whether the value is a single string instead of an object. */
  boolean isText(String key) {
    return value(key).filter(JsonNode::isTextual).isPresent();
  }

  <T extends Enum<T>> Optional<T> choice(String key, Class<T> type) {
    return text(key).map(word -> constant(key, word, type));
  }

  <T extends Enum<T>> Optional<List<T>> choices(String key, Class<T> type) {
    return value(key)
        .map(
            value -> {
              if (!value.isArray()) {
                throw wrong(key, value, "give a JSON array of strings");
              }
              List<T> constants = new ArrayList<>();
              value.forEach(word -> constants.add(constant(key, word.asText(), type)));
              return constants;
            });
  }

  private <T extends Enum<T>> T constant(String key, String word, Class<T> type) {
    for (T constant : type.getEnumConstants()) {
      if (word(constant).equals(word)) {
        return constant;
      }
    }
    String words =
        Stream.of(type.getEnumConstants())
            .map(SettingsNode::word)
            .collect(Collectors.joining(", "));
    throw new SettingsException(
        "%s is \"%s\": choose one of: %s".formatted(name(key), word, words));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private Optional<JsonNode> value(String key) {
    return Optional.ofNullable(node.get(key)).filter(value -> !value.isNull());
  }

  private String name(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private SettingsException wrong(String key, JsonNode value, String cure) {
    return new SettingsException("%s is %s: %s".formatted(name(key), value, cure));
  }

  private static SettingsNode check(SettingsNode settings, String... known) {
    String where = settings.path.isEmpty() ? "The settings" : settings.path;
    if (!settings.node.isObject()) {
      throw new SettingsException("%s is %s: give a JSON object".formatted(where, settings.node));
    }
    Set<String> names = new TreeSet<>(Set.of(known));
    settings
        .node
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!names.contains(name)) {
                throw new SettingsException(
                    "%s is not a setting: use one of: %s"
                        .formatted(settings.name(name), String.join(", ", names)));
              }
            });
    return settings;
  }
}
