package dev.tenrec.cloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tenrec.cloud.progress.Progress;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Template parameters: what was given ({@code Name} or {@code Stack:Name}), else the default. */
final class Parameters {
  private final Map<String, String> given;

  Parameters(Map<String, String> given, Collection<StackTemplate> stacks, Progress progress) {
    this.given = Map.copyOf(given);
    for (String name : this.given.keySet()) {
      if (stacks.stream().noneMatch(stack -> knows(stack, name))) {
        progress.notice("parameter " + name + " is in no stack; left out");
      }
    }
  }

  Optional<JsonNode> value(String stack, JsonNode template, String name) {
    JsonNode declared = template.path("Parameters").get(name);
    if (declared == null) {
      return Optional.empty();
    }
    String text = given.getOrDefault(stack + ":" + name, given.get(name));
    if (text == null && declared.hasNonNull("Default")) {
      text = declared.get("Default").asText();
    }
    if (text == null) {
      return Optional.empty();
    }
    String type = declared.path("Type").asText("String");
    if (type.equals("CommaDelimitedList") || type.startsWith("List<")) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      for (String item : text.split(",", -1)) {
        items.add(item.strip());
      }
      return Optional.of(items);
    }
    return Optional.of(TextNode.valueOf(text));
  }

  private static boolean knows(StackTemplate stack, String name) {
    JsonNode declared = stack.body().path("Parameters");
    String prefix = stack.name() + ":";
    return declared.has(name)
        || (name.startsWith(prefix) && declared.has(name.substring(prefix.length())));
  }
}
