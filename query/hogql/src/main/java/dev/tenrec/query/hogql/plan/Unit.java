package dev.tenrec.query.hogql.plan;

import java.util.Locale;
import java.util.Optional;

/** A unit of time. */
public enum Unit {
  MICROSECOND,
  MILLISECOND,
  SECOND,
  MINUTE,
  HOUR,
  DAY,
  WEEK,
  MONTH,
  QUARTER,
  YEAR;

  /** Whether it has the same length always, and in every time zone. */
  public boolean isFixed() {
    return compareTo(DAY) < 0;
  }

  /** The unit of that name, in singular or plural. */
  public static Optional<Unit> named(String name) {
    String singular = name.toUpperCase(Locale.ROOT);
    if (singular.endsWith("S")) {
      singular = singular.substring(0, singular.length() - 1);
    }
    for (Unit unit : values()) {
      if (unit.name().equals(singular)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }
}
