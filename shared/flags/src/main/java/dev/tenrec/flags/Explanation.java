package dev.tenrec.flags;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A flag's answer with everything that was looked at, for people who want to know why.
 *
 * @param answer what the flag evaluated to
 * @param sets the verdict on each condition set, in order, the ones behind the deciding one too
 */
public record Explanation(FlagAnswer answer, List<SetVerdict> sets) {
  public Explanation {
    sets = List.copyOf(sets);
  }

  /**
   * The verdict on one condition set.
   *
   * @param code {@code CONDITION_MATCH}, {@code NO_CONDITION_MATCH}, {@code OUT_OF_ROLLOUT_BOUND}
   *     or {@code NO_GROUP_TYPE}
   * @param filters the verdict on each of its filters
   * @param identifier what is hashed, empty where there is nothing to hash
   * @param place where the identifier stands, 0 to 1
   * @param threshold up to where the set is rolled out, 0 to 1
   */
  public record SetVerdict(
      Reason.Code code,
      List<FilterVerdict> filters,
      Optional<String> identifier,
      OptionalDouble place,
      double threshold) {
    public SetVerdict {
      filters = List.copyOf(filters);
    }
  }

  /**
   * The verdict on one filter.
   *
   * @param asked what it asks for
   * @param found what is known, JSON where it is a value; empty where nothing is
   * @param matches whether it holds
   */
  public record FilterVerdict(String asked, Optional<String> found, boolean matches) {}
}
