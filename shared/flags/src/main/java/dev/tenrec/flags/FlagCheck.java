package dev.tenrec.flags;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.flags.property.PropertyFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a flag as it is about to be saved: that it can be compiled, and that what it looks at is
 * there.
 *
 * @param others the project's other flags, as definitions
 * @param cohorts the ids of the project's cohorts
 */
public record FlagCheck(List<? extends JsonNode> others, Set<Long> cohorts) {
  private static final String FIELD = "filters__groups__properties";

  public FlagCheck {
    others = List.copyOf(others);
    cohorts = Set.copyOf(cohorts);
  }

  /**
   * Passes when the flag can be saved.
   *
   * @throws FlagException naming the field, the value and the cure
   */
  public void check(JsonNode definition) {
    Map<String, String> keys = new HashMap<>();
    others.forEach(other -> keys.put(other.path("id").asText(), other.path("key").asText()));
    keys.put(definition.path("id").asText(), definition.path("key").asText());
    FlagParser parser = new FlagParser(name -> keys.getOrDefault(name, name));
    Flag flag = parser.parse(definition);
    Map<String, Flag> known = new HashMap<>();
    others.forEach(other -> compiled(parser, other).ifPresent(it -> known.put(it.key(), it)));
    known.put(flag.key(), flag);
    flag.filters().forEach(this::requireCohort);
    requireNoCircle(flag, known, new ArrayList<>());
  }

  private static Optional<Flag> compiled(FlagParser parser, JsonNode definition) {
    try {
      return Optional.of(parser.parse(definition));
    } catch (FlagException broken) {
      return Optional.empty();
    }
  }

  private void requireCohort(PropertyFilter filter) {
    if (filter instanceof PropertyFilter.InCohort(long id, boolean _) && !cohorts.contains(id)) {
      throw new FlagException(FIELD, "There is no cohort " + id + ": name one that exists.");
    }
  }

  private static void requireNoCircle(Flag flag, Map<String, Flag> known, List<String> way) {
    if (way.contains(flag.key())) {
      way.add(flag.key());
      throw new FlagException(
          FIELD, "Flags depend on each other in a circle: " + String.join(" → ", way) + ".");
    }
    way.add(flag.key());
    for (String key : flag.dependencies()) {
      if (!known.containsKey(key)) {
        throw new FlagException(
            FIELD, "There is no flag " + key + ": " + flag.key() + " cannot depend on it.");
      }
      requireNoCircle(known.get(key), known, way);
    }
    way.removeLast();
  }
}
