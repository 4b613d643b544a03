package dev.tenrec.flags;

import java.util.Optional;
import java.util.Set;

/**
 * Which flags to answer.
 *
 * @param keys only these, empty for all
 * @param prefix only those whose key begins so
 * @param runtime where the request comes from; empty when nobody can tell
 * @param contexts where given, flags with contexts must share one
 */
public record Selection(
    Optional<Set<String>> keys, String prefix, Optional<Runtime> runtime, Set<String> contexts) {
  public Selection {
    keys = keys.map(Set::copyOf);
    contexts = Set.copyOf(contexts);
  }

  /** All flags. */
  public static Selection everything() {
    return new Selection(Optional.empty(), "", Optional.of(Runtime.ALL), Set.of());
  }

  boolean includes(Flag flag) {
    return keys.map(wanted -> wanted.contains(flag.key())).orElse(true)
        && flag.key().startsWith(prefix)
        && flag.runtime().serves(runtime)
        && (contexts.isEmpty()
            || flag.contexts().isEmpty()
            || flag.contexts().stream().anyMatch(contexts::contains));
  }
}
