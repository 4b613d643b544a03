package dev.tenrec.flags;

import dev.tenrec.flags.property.PropertyFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A flag's definition, compiled.
 *
 * @param id its id
 * @param key its key
 * @param version counts its changes
 * @param active whether it is on at all
 * @param conditionSets looked at in order; the first that matches decides
 * @param variants what a match is divided into; none for a boolean flag
 * @param payloads variant key, or {@code true}, to JSON text
 * @param bucketing what is hashed
 * @param groupTypeIndex the group type whose key is hashed, empty for persons
 * @param enrollment what decides before everything else
 * @param earlyExit whether a set that matched but is not rolled out ends the search
 * @param holdout the holdout that comes before the condition sets
 * @param dependencies keys of the flags it looks at
 * @param runtime where it may be evaluated
 * @param contexts the contexts it is for; none means all
 */
record Flag(
    long id,
    String key,
    long version,
    boolean active,
    List<ConditionSet> conditionSets,
    List<Variant> variants,
    Map<String, String> payloads,
    Bucketing bucketing,
    OptionalInt groupTypeIndex,
    Enrollment enrollment,
    boolean earlyExit,
    Optional<Holdout> holdout,
    Set<String> dependencies,
    Runtime runtime,
    Set<String> contexts) {
  Flag {
    conditionSets = List.copyOf(conditionSets);
    variants = List.copyOf(variants);
    payloads = Map.copyOf(payloads);
    dependencies = Set.copyOf(dependencies);
    contexts = Set.copyOf(contexts);
    double total = variants.stream().mapToDouble(Variant::percentage).sum();
    if (!variants.isEmpty() && total > 100.0001) {
      throw new FlagException(
          "filters__multivariate__variants",
          "The variants of " + key + " sum to " + total + " percent: make it 100 at most.");
    }
  }

  /** The payload that goes with a variant, or with plain true. */
  Optional<String> payload(Optional<String> variant) {
    return Optional.ofNullable(payloads.get(variant.orElse("true")));
  }

  /** The variant at a place on the line from 0 to 1; empty beyond the last one's share. */
  Optional<String> variantAt(double place) {
    double upper = 0;
    for (Variant variant : variants) {
      upper += variant.percentage() / 100;
      if (place < upper) {
        return Optional.of(variant.key());
      }
    }
    return Optional.empty();
  }

  boolean hasVariant(String wanted) {
    return variants.stream().anyMatch(variant -> variant.key().equals(wanted));
  }

  /** Every filter it looks at. */
  Stream<PropertyFilter> filters() {
    Stream<PropertyFilter> own = conditionSets.stream().flatMap(set -> set.filters().stream());
    return enrollment instanceof Enrollment.ByCondition(var condition)
        ? Stream.concat(condition.filters().stream(), own)
        : own;
  }

  /** What is hashed to place somebody. */
  enum Bucketing {
    /** The distinct id. */
    DISTINCT_ID,
    /** The identifier a person was first evaluated with. */
    FIRST_SEEN_ID,
    /** The device id; without one nobody is rolled out to. */
    DEVICE_ID
  }

  /** What decides before everything else. */
  sealed interface Enrollment {
    /** Nothing. */
    record None() implements Enrollment {}

    /** Whether the person enrolled in early access to the flag. */
    record ByProperty() implements Enrollment {}

    /** The older way: a condition, for those who have one of its properties. */
    record ByCondition(ConditionSet condition) implements Enrollment {}
  }

  /**
   * A share of everybody that sees none of the flags under it.
   *
   * @param variant what they are given
   * @param percentage their share, 0 to 100
   */
  record Holdout(String variant, double percentage) {
    boolean holds(String identifier) {
      return percentage >= 100 || RolloutHash.holdout(identifier) <= percentage / 100;
    }
  }
}
