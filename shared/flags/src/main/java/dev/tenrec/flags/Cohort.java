package dev.tenrec.flags;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.flags.property.PropertyTree;
import java.util.function.Function;

/** A cohort, compiled. */
sealed interface Cohort {
  /** Reads a cohort's definition. */
  static Cohort parse(JsonNode json, Function<String, String> flagKeys) {
    return json.path("is_static").asBoolean()
        ? new Listed()
        : new Described(PropertyTree.parse(json.path("filters").path("properties"), flagKeys));
  }

  /** Those who are on its list; the subject says which lists it is on. */
  record Listed() implements Cohort {}

  /** Those who meet its criteria. */
  record Described(PropertyTree criteria) implements Cohort {}
}
