package dev.tenrec.flags;

import dev.tenrec.flags.property.PropertyFilter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Filters that must all match, and the share of those who match that the flag is rolled out to.
 *
 * @param filters all of them must match; none means everybody
 * @param rollout 0 to 100
 * @param variant answered instead of the hashed one
 * @param groupTypeIndex the group type it looks at, empty for persons
 */
record ConditionSet(
    List<PropertyFilter> filters,
    double rollout,
    Optional<String> variant,
    OptionalInt groupTypeIndex) {
  ConditionSet {
    filters = List.copyOf(filters);
    if (!(rollout >= 0 && rollout <= 100)) {
      throw new FlagException(
          "filters__groups", "rollout_percentage is " + rollout + ": write 0 to 100.");
    }
  }

  /** Whether an identifier is among those the set is rolled out to. */
  boolean reaches(String flag, String identifier) {
    return rollout == 100 || RolloutHash.rollout(flag, identifier) <= threshold();
  }

  double threshold() {
    return rollout / 100;
  }
}
