package dev.tenrec.flags;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.flags.property.PropertyFilter;
import dev.tenrec.flags.property.PropertyTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A project's flags, compiled. Immutable and safe for use by several threads; evaluation never
 * fails and takes microseconds.
 *
 * <p>A definition that cannot be compiled does not cost the others: it is left out and named in
 * {@link #broken()}. Flags that are not active are never answered; to flags that depend on them
 * they are off.
 */
public final class FlagPlan {
  private final Map<String, Flag> flags;
  private final Map<Long, Cohort> cohorts;
  private final Map<Integer, String> groupTypes;
  private final List<Broken> broken;

  private FlagPlan(
      Map<String, Flag> flags,
      Map<Long, Cohort> cohorts,
      Map<Integer, String> groupTypes,
      List<Broken> broken) {
    this.flags = flags;
    this.cohorts = Map.copyOf(cohorts);
    this.groupTypes = Map.copyOf(groupTypes);
    this.broken = List.copyOf(broken);
  }

  /**
   * Compiles definitions.
   *
   * @param definitions objects of {@code id, key, active, version, filters ...} as in PostHog's
   *     definitions endpoint
   * @param cohortDefinitions objects of {@code id, is_static, filters} as in PostHog's cohorts
   * @param groupTypes group type index to name
   */
  public static FlagPlan compile(
      List<? extends JsonNode> definitions,
      List<? extends JsonNode> cohortDefinitions,
      Map<Integer, String> groupTypes) {
    Map<String, String> keys = new HashMap<>();
    definitions.forEach(
        definition -> keys.put(definition.path("id").asText(), definition.path("key").asText()));
    Function<String, String> flagKeys = name -> keys.getOrDefault(name, name);
    List<Broken> broken = new ArrayList<>();
    Map<Long, Cohort> cohorts = new HashMap<>();
    for (JsonNode definition : cohortDefinitions) {
      long id = definition.path("id").asLong();
      try {
        cohorts.put(id, Cohort.parse(definition, flagKeys));
      } catch (FlagException refused) {
        broken.add(new Broken("cohort " + id, refused.getMessage()));
      }
    }
    FlagParser parser = new FlagParser(flagKeys);
    Map<String, Flag> flags = new LinkedHashMap<>();
    for (JsonNode definition : definitions) {
      try {
        Flag flag = parser.parse(definition);
        flags.put(flag.key(), flag);
      } catch (FlagException refused) {
        broken.add(new Broken(definition.path("key").asText(), refused.getMessage()));
      }
    }
    return new FlagPlan(flags, cohorts, groupTypes, broken);
  }

  /**
   * Checks one cohort as it is about to be saved.
   *
   * @throws FlagException when it could not be compiled
   */
  public static void checkCohort(JsonNode definition) {
    Cohort.parse(definition, Function.identity());
  }

  /** How many flags there are, inactive ones too. */
  public int size() {
    return flags.size();
  }

  /** Whether any flag looks at what is known of a person; if not, nobody needs to read it. */
  public boolean usesPersons() {
    return flags.values().stream()
            .anyMatch(flag -> !(flag.enrollment() instanceof Flag.Enrollment.None))
        || filters()
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
            .anyMatch(
                flag ->
                    flag.groupTypeIndex().isPresent()
                        || flag.conditionSets().stream()
                            .anyMatch(set -> set.groupTypeIndex().isPresent()))
        || filters().anyMatch(PropertyFilter.OfGroup.class::isInstance);
  }

  /** Whether any flag looks at cohorts that are lists; if not, nobody needs to read them. */
  public boolean usesLists() {
    return cohorts.containsValue(new Cohort.Listed())
        && filters().anyMatch(PropertyFilter.InCohort.class::isInstance);
  }

  /** Keys of the flags that a visitor keeps their answers of when they sign up. */
  public Set<String> keepingAnswers() {
    return flags.values().stream()
        .filter(flag -> flag.bucketing() == Flag.Bucketing.FIRST_SEEN_ID)
        .map(Flag::key)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Stream<PropertyFilter> filters() {
    return Stream.concat(
        flags.values().stream().flatMap(Flag::filters),
        cohorts.values().stream()
            .flatMap(
                cohort ->
                    switch (cohort) {
                      case Cohort.Listed() -> Stream.empty();
                      case Cohort.Described(PropertyTree criteria) -> criteria.filters();
                    }));
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
    Evaluation evaluation = new Evaluation(this, subject);
    Map<String, FlagAnswer> answers = new LinkedHashMap<>();
    for (Flag flag : flags.values()) {
      if (flag.active() && selection.includes(flag)) {
        answers.put(flag.key(), evaluation.answer(flag));
      }
    }
    return answers;
  }

  /** One flag's answer for the subject, empty when there is no such flag or it is not active. */
  public Optional<FlagAnswer> evaluate(Subject subject, String key) {
    return flag(key).filter(Flag::active).map(new Evaluation(this, subject)::answer);
  }

  /** One flag's answer with the verdict on everything it looks at, empty without such a flag. */
  public Optional<Explanation> explain(Subject subject, String key) {
    return flag(key).map(new Evaluation(this, subject)::explain);
  }

  Optional<Flag> flag(String key) {
    return Optional.ofNullable(flags.get(key));
  }

  /** The cohort of that id, null without one. */
  Cohort cohort(long id) {
    return cohorts.get(id);
  }

  Optional<String> groupType(int index) {
    return Optional.ofNullable(groupTypes.get(index));
  }

  /**
   * A definition that could not be compiled.
   *
   * @param name the flag's key, or which cohort it is
   * @param reason the value at fault and the cure
   */
  public record Broken(String name, String reason) {}
}
