package dev.tenrec.cloud.front;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which headers, cookies or parameters of a request are passed on.
 *
 * @param kind which of them
 * @param names those that {@code kind} speaks of, headers in lower case
 */
record Choice(Kind kind, Set<String> names) {
  static final Choice NONE = new Choice(Kind.NONE, Set.of());
  static final Choice ALL = new Choice(Kind.ALL, Set.of());

  enum Kind {
    NONE,
    THESE,
    ALL_BUT,
    ALL
  }

  Choice {
    requireNonNull(kind, "kind is null");
    names = Set.copyOf(names);
  }

  static Choice these(String... names) {
    return new Choice(Kind.THESE, Set.of(names));
  }

  static Choice allBut(String... names) {
    return new Choice(Kind.ALL_BUT, Set.of(names));
  }

  /**
   * Reads what a policy says.
   *
   * @param behavior such as {@code whitelist} or {@code allExcept}
   */
  static Choice read(String behavior, JsonNode names) {
    Set<String> set = new HashSet<>();
    names.forEach(name -> set.add(name.asText().toLowerCase(Locale.ROOT)));
    return switch (behavior) {
      case "whitelist" -> new Choice(Kind.THESE, set);
      case "allExcept" -> new Choice(Kind.ALL_BUT, set);
      case "all", "allViewer", "allViewerAndWhitelistCloudFront" -> ALL;
      default -> NONE;
    };
  }

  /** The same and one more. */
  Choice and(String name) {
    return switch (kind) {
      case NONE -> these(name);
      case THESE -> {
        Set<String> more = new HashSet<>(names);
        more.add(name);
        yield new Choice(kind, more);
      }
      case ALL_BUT, ALL -> this;
    };
  }

  boolean takes(String name) {
    return switch (kind) {
      case NONE -> false;
      case THESE -> names.contains(name.toLowerCase(Locale.ROOT));
      case ALL_BUT -> !names.contains(name.toLowerCase(Locale.ROOT));
      case ALL -> true;
    };
  }
}
