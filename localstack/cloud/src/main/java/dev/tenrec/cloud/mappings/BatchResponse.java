package dev.tenrec.cloud.mappings;

import java.util.Set;

/**
 * What a function says about its batch. Nothing, an empty object or an empty list of failures is
 * success; a list that cannot be understood makes the whole batch fail, as it does on Lambda.
 */
sealed interface BatchResponse {
  /** Every record is done. */
  record Complete() implements BatchResponse {}

  /** These are not. */
  record Failures(Set<String> ids) implements BatchResponse {
    public Failures {
      ids = Set.copyOf(ids);
    }
  }

  /** It cannot be understood. */
  record Invalid(String reason) implements BatchResponse {}
}
