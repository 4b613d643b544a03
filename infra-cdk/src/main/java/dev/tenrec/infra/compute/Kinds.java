package dev.tenrec.infra.compute;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which kinds of records a function reads. */
public sealed interface Kinds {
  /** Every kind. */
  record All() implements Kinds {}

  /** These kinds. */
  record Only(Set<String> names) implements Kinds {
    public Only {
      names = Set.copyOf(names);
    }
  }

  /** Every kind but these. */
  record AllBut(Set<String> names) implements Kinds {
    public AllBut {
      names = Set.copyOf(names);
    }
  }

  static Kinds all() {
    return new All();
  }

  static Kinds only(String... names) {
    return new Only(Set.of(names));
  }

  static Kinds allBut(String... names) {
    return new AllBut(Set.of(names));
  }

  /** What an event pattern says of them, if anything; sorted, so that two runs say the same. */
  default Optional<List<?>> pattern() {
    return switch (this) {
      case All() -> Optional.empty();
      case Only(Set<String> names) -> Optional.of(List.copyOf(new TreeSet<>(names)));
      case AllBut(Set<String> names) ->
          Optional.of(List.of(Map.of("anything-but", List.copyOf(new TreeSet<>(names)))));
    };
  }
}
