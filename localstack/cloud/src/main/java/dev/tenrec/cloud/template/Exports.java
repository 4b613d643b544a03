package dev.tenrec.cloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which output of which stack is exported under a name; names may hold pseudo parameters. */
final class Exports {
  record Exported(String stack, String output) {}

  private Map<String, Exported> byName = Map.of();

  synchronized Optional<Exported> find(
      Templates templates, Collection<StackTemplate> stacks, String name) {
    if (byName.isEmpty()) {
      byName = read(templates, stacks);
    }
    return Optional.ofNullable(byName.get(name));
  }

  private static Map<String, Exported> read(Templates templates, Collection<StackTemplate> stacks) {
    Map<String, Exported> found = new HashMap<>();
    for (StackTemplate stack : stacks) {
      for (Map.Entry<String, JsonNode> output : stack.body().path("Outputs").properties()) {
        JsonNode name = output.getValue().path("Export").get("Name");
        if (name != null) {
          templates
              .evaluation(stack.name(), stack.name() + " output " + output.getKey())
              .value(name)
              .ifPresent(
                  text -> found.put(text.asText(), new Exported(stack.name(), output.getKey())));
        }
      }
    }
    return found;
  }
}
