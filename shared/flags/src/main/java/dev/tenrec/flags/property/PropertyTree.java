package dev.tenrec.flags.property;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.flags.FlagException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Filters joined by and and or, as cohorts have them. */
public sealed interface PropertyTree {
  /** Whether it holds of what is known. */
  boolean matches(Facts facts);

  /** Every filter in it. */
  Stream<PropertyFilter> filters();

  /**
   * The tree of {@code {type: "AND" or "OR", values: [...]}}; an empty object holds of everybody.
   *
   * @param flagKeys the key of the flag that a dependency names by its id or its key
   * @throws FlagException when it cannot be understood
   */
  static PropertyTree parse(JsonNode json, Function<String, String> flagKeys) {
    if (!json.has("values")) {
      return json.has("key")
          ? new One(PropertyFilters.parse(json, flagKeys), isNegated(json))
          : new All(List.of());
    }
    List<PropertyTree> parts = new ArrayList<>();
    json.path("values").forEach(part -> parts.add(parse(part, flagKeys)));
    String type = json.path("type").asText("AND");
    return switch (type) {
      case "AND", "property" -> new All(parts);
      case "OR" -> new Any(parts);
      default ->
          throw new FlagException(
              "filters__properties", "type is \"" + type + "\": write AND or OR.");
    };
  }

  // A cohort filter reads its negation itself.
  private static boolean isNegated(JsonNode json) {
    return json.path("negation").asBoolean() && !json.path("type").asText().equals("cohort");
  }

  /** Holds where every part holds. */
  record All(List<PropertyTree> parts) implements PropertyTree {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean matches(Facts facts) {
      for (PropertyTree part : parts) {
        if (!part.matches(facts)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public Stream<PropertyFilter> filters() {
      return parts.stream().flatMap(PropertyTree::filters);
    }
  }

  /** Holds where one part holds. */
  record Any(List<PropertyTree> parts) implements PropertyTree {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean matches(Facts facts) {
      for (PropertyTree part : parts) {
        if (part.matches(facts)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public Stream<PropertyFilter> filters() {
      return parts.stream().flatMap(PropertyTree::filters);
    }
  }

  /** Holds where the filter does, or where it does not. */
  record One(PropertyFilter filter, boolean negated) implements PropertyTree {
    @Override
    public boolean matches(Facts facts) {
      return filter.matches(facts) != negated;
    }

    @Override
    public Stream<PropertyFilter> filters() {
      return Stream.of(filter);
    }
  }
}
