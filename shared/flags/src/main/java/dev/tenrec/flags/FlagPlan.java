package dev.tenrec.flags;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.flags.property.PropertyFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A project's flags, compiled. Immutable and safe for use by several threads; evaluation never
 * fails and takes microseconds.
 *
 * <p>A definition that cannot be compiled does not cost the others: it is left out and named in
 * {@link #broken()}.
 */
public final class FlagPlan {
  private final Map<String, Flag> flags;
  private final Map<Integer, String> groupTypes;
  private final List<Broken> broken;

  private FlagPlan(Map<String, Flag> flags, Map<Integer, String> groupTypes, List<Broken> broken) {
    this.flags = flags;
    this.groupTypes = Map.copyOf(groupTypes);
    this.broken = List.copyOf(broken);
  }

  /**
   * Compiles definitions; those that are not active are left out.
   *
   * @param definitions objects of {@code id, key, active, version, filters ...} as in PostHog's
   *     definitions endpoint
   * @param groupTypes group type index to name
   */
  public static FlagPlan compile(
      List<? extends JsonNode> definitions, Map<Integer, String> groupTypes) {
    Map<String, String> keys = new HashMap<>();
    definitions.forEach(
        definition -> keys.put(definition.path("id").asText(), definition.path("key").asText()));
    FlagParser parser = new FlagParser(name -> keys.getOrDefault(name, name));
    Map<String, Flag> flags = new LinkedHashMap<>();
    List<Broken> broken = new ArrayList<>();
    for (JsonNode definition : definitions) {
      if (definition.path("active").asBoolean(true)) {
        try {
          Flag flag = parser.parse(definition);
          flags.put(flag.key(), flag);
        } catch (FlagException refused) {
          broken.add(new Broken(definition.path("key").asText(), refused.getMessage()));
        }
      }
    }
    return new FlagPlan(flags, groupTypes, broken);
  }

  /**
   * Checks one definition as it is about to be saved.
   *
   * @throws FlagException when it could not be compiled
   */
  public static void check(JsonNode definition) {
    new FlagParser(name -> name).parse(definition);
  }

  /** How many flags can be evaluated. */
  public int size() {
    return flags.size();
  }

  /** Whether any flag looks at a person's properties; if not, nobody needs to read them. */
  public boolean usesPersonProperties() {
    return filters()
        .anyMatch(
            filter ->
                switch (filter) {
                  case PropertyFilter.OfPerson _, PropertyFilter.InCohort _ -> true;
                  case PropertyFilter.OfGroup _, PropertyFilter.OfFlag _ -> false;
                });
  }

  /** Whether any flag looks at groups. */
  public boolean usesGroups() {
    return flags.values().stream()
            .flatMap(flag -> flag.conditionSets().stream())
            .anyMatch(set -> set.groupTypeIndex().isPresent())
        || filters().anyMatch(PropertyFilter.OfGroup.class::isInstance);
  }

  /** Keys of the flags that a visitor keeps their answers of when they sign up. */
  public Set<String> keepingAnswers() {
    return flags.values().stream()
        .filter(flag -> flag.bucketing() == Flag.Bucketing.FIRST_SEEN_ID)
        .map(Flag::key)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Stream<PropertyFilter> filters() {
    return flags.values().stream()
        .flatMap(flag -> flag.conditionSets().stream())
        .flatMap(set -> set.filters().stream());
  }

  /** The definitions that were left out. */
  public List<Broken> broken() {
    return broken;
  }

  /** Every flag's answer for the subject. */
  public Map<String, FlagAnswer> evaluate(Subject subject) {
    return evaluate(subject, Selection.everything());
  }

  /** The selected flags' answers for the subject; flags they depend on are evaluated with them. */
  public Map<String, FlagAnswer> evaluate(Subject subject, Selection selection) {
    Evaluation evaluation = new Evaluation(flags, groupTypes, subject);
    Map<String, FlagAnswer> answers = new LinkedHashMap<>();
    for (Flag flag : flags.values()) {
      if (selection.includes(flag)) {
        answers.put(flag.key(), evaluation.answer(flag));
      }
    }
    return answers;
  }

  /**
   * A definition that could not be compiled.
   *
   * @param flag its key
   * @param reason the value at fault and the cure
   */
  public record Broken(String flag, String reason) {}

  /**
   * Which flags to answer.
   *
   * @param keys only these, empty for all
   * @param runtime only those for this runtime
   * @param contexts where given, flags with contexts must share one
   */
  public record Selection(Optional<Set<String>> keys, Runtime runtime, Set<String> contexts) {
    public Selection {
      keys = keys.map(Set::copyOf);
      contexts = Set.copyOf(contexts);
    }

    /** All flags. */
    public static Selection everything() {
      return new Selection(Optional.empty(), Runtime.ALL, Set.of());
    }

    boolean includes(Flag flag) {
      return keys.map(wanted -> wanted.contains(flag.key())).orElse(true)
          && (runtime == Runtime.ALL || flag.runtime().serves(runtime))
          && (contexts.isEmpty()
              || flag.contexts().isEmpty()
              || flag.contexts().stream().anyMatch(contexts::contains));
    }
  }
}
