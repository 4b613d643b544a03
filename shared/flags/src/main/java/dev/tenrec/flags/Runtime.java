package dev.tenrec.flags;

import java.util.Locale;
import java.util.Optional;

/** Where flags may be evaluated. */
public enum Runtime {
  ALL,
  CLIENT,
  SERVER;

  /** The runtime of that wire name; anything else is {@link #ALL}. */
  public static Runtime of(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "client" -> CLIENT;
      case "server" -> SERVER;
      default -> ALL;
    };
  }

  /**
   * Whether a flag of this runtime is evaluated for a request.
   *
   * @param request where the request comes from; empty when nobody can tell
   */
  boolean serves(Optional<Runtime> request) {
    return this == ALL || request.filter(from -> from == ALL || from == this).isPresent();
  }
}
