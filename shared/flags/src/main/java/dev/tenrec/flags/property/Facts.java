package dev.tenrec.flags.property;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What filters are matched against. */
public interface Facts {
  /** Only a person's properties: no groups, no cohorts, and every flag is off. */
  static Facts ofPerson(Map<String, JsonNode> properties, Instant now) {
    return new OnlyPerson(properties, now);
  }

  /** The person's properties. */
  Map<String, JsonNode> person();

  /** The properties of the person's group of that type index, empty where there is none. */
  Map<String, JsonNode> group(int typeIndex);

  /** Whether the person belongs to a cohort; empty where there is no such cohort. */
  Optional<Boolean> inCohort(long id);

  /** What a flag evaluates to: true, false or a variant's key as text. */
  JsonNode flag(String key);

  /** The moment relative dates count from. */
  Instant now();

  /** A person of whom nothing but the properties is known. */
  record OnlyPerson(Map<String, JsonNode> person, Instant now) implements Facts {
    @Override
    public Map<String, JsonNode> group(int typeIndex) {
      return Map.of();
    }

    @Override
    public Optional<Boolean> inCohort(long id) {
      return Optional.empty();
    }

    @Override
    public JsonNode flag(String key) {
      return BooleanNode.FALSE;
    }
  }
}
