package dev.tenrec.flags;

import java.util.List;
import java.util.Optional;

/**
 * What a flag evaluated to for one subject.
 *
 * @param flag the flag's key
 * @param id the flag's id
 * @param version the definition's version
 * @param enabled whether it is on
 * @param variant which variant, empty for a plain boolean
 * @param payload the JSON text that goes with the answer
 * @param reason why
 * @param verdicts the verdict on each condition set that was looked at, in order
 */
public record FlagAnswer(
    String flag,
    long id,
    long version,
    boolean enabled,
    Optional<String> variant,
    Optional<String> payload,
    Reason reason,
    List<Verdict> verdicts) {
  public FlagAnswer {
    verdicts = List.copyOf(verdicts);
  }

  /**
   * The verdict on one condition set.
   *
   * @param code {@code CONDITION_MATCH}, {@code NO_CONDITION_MATCH}, {@code OUT_OF_ROLLOUT_BOUND}
   *     or {@code NO_GROUP_TYPE}
   * @param unmatched what the first property filter that did not match says, empty when all did
   */
  public record Verdict(Reason.Code code, Optional<String> unmatched) {}
}
