package dev.tenrec.flags.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** In which order a flag's dependencies are evaluated, itself last. */
final class DependencyChain {
  private final Map<String, ObjectNode> flagsByName;
  private final Set<String> chain = new LinkedHashSet<>();
  private final Set<String> underWay = new HashSet<>();
  private boolean isCircle;

  private DependencyChain(Map<String, ObjectNode> flagsByName) {
    this.flagsByName = flagsByName;
  }

  /** The keys in order; none where the flags depend on each other in a circle. */
  static List<String> of(String name, Map<String, ObjectNode> flagsByName) {
    DependencyChain chain = new DependencyChain(flagsByName);
    chain.visit(name);
    return chain.isCircle ? List.of() : List.copyOf(chain.chain);
  }

  private void visit(String name) {
    ObjectNode flag = flagsByName.get(name);
    String key = flag == null ? name : flag.path("key").asText();
    if (chain.contains(key)) {
      return;
    }
    if (!underWay.add(key)) {
      isCircle = true;
      return;
    }
    if (flag != null) {
      for (JsonNode set : flag.path("filters").path("groups")) {
        for (JsonNode property : set.path("properties")) {
          if (property.path("type").asText().equals("flag")) {
            visit(property.path("key").asText());
          }
        }
      }
    }
    chain.add(key);
  }
}
