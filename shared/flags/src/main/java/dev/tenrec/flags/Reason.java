package dev.tenrec.flags;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Why a flag evaluated as it did.
 *
 * @param code what happened
 * @param conditionIndex which condition set decided, from 0
 */
public record Reason(Code code, OptionalInt conditionIndex) {
  /** What can happen, the less telling first. */
  public enum Code {
    MISSING_DEPENDENCY,
    FLAG_DISABLED,
    NO_GROUP_TYPE,
    NO_CONDITION_MATCH,
    OUT_OF_ROLLOUT_BOUND,
    CONDITION_MATCH,
    HOLDOUT_CONDITION_VALUE,
    SUPER_CONDITION_VALUE;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The code as SDKs see it. */
    public String wireName() {
      return wireName;
    }
  }

  static Reason of(Code code) {
    return new Reason(code, OptionalInt.empty());
  }

  static Reason of(Code code, int conditionIndex) {
    return new Reason(code, OptionalInt.of(conditionIndex));
  }

  /** The reason in a few words. */
  public String description() {
    return switch (code) {
      case MISSING_DEPENDENCY -> "A flag it depends on is missing";
      case FLAG_DISABLED -> "Flag is disabled";
      case NO_GROUP_TYPE -> "No group type";
      case NO_CONDITION_MATCH -> "No matching condition set";
      case OUT_OF_ROLLOUT_BOUND -> "Out of rollout bound";
      case CONDITION_MATCH -> "Matched condition set " + (conditionIndex.orElse(0) + 1);
      case HOLDOUT_CONDITION_VALUE -> "In a holdout";
      case SUPER_CONDITION_VALUE -> "Enrolled in early access";
    };
  }
}
