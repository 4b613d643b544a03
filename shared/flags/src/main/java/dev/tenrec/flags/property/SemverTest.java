package dev.tenrec.flags.property;

import dev.tenrec.flags.FlagException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Comparing versions of three parts; a leading v, a pre-release and build data do not count. */
final class SemverTest {
  private static final Pattern WILDCARD =
      Pattern.compile("[vV]?(?:([0-9]{1,15})(?:\\.([0-9]{1,15}))?\\.)?\\*(?:\\.\\*)*");

  private SemverTest() {}

  static ValueTest of(String operator, String value, String key) {
    return switch (operator) {
      case "semver_eq" -> compared(value, key, order -> order == 0);
      case "semver_neq" -> compared(value, key, order -> order != 0);
      case "semver_gt" -> compared(value, key, order -> order > 0);
      case "semver_gte" -> compared(value, key, order -> order >= 0);
      case "semver_lt" -> compared(value, key, order -> order < 0);
      case "semver_lte" -> compared(value, key, order -> order <= 0);
      case "semver_tilde" -> {
        Version from = required(value, key);
        yield within(from, new Version(from.major(), from.minor() + 1, 0));
      }
      case "semver_caret" -> {
        Version from = required(value, key);
        yield within(from, from.nextBreaking());
      }
      case "semver_wildcard" -> wildcard(value, key);
      default ->
          throw new FlagException(
              "filters__groups__properties",
              "operator is \"" + operator + "\": there is no such comparison of versions.");
    };
  }

  private static ValueTest compared(String value, String key, Predicate<Integer> passes) {
    Version bound = required(value, key);
    return test(found -> passes.test(found.compareTo(bound)));
  }

  private static ValueTest within(Version from, Version before) {
    return test(found -> found.compareTo(from) >= 0 && found.compareTo(before) < 0);
  }

  private static ValueTest wildcard(String value, String key) {
    Matcher parts = WILDCARD.matcher(value.strip());
    if (!parts.matches()) {
      throw refused(value, key, "1.* or 1.2.*");
    }
    if (parts.group(1) == null) {
      return test(_ -> true);
    }
    long major = Long.parseLong(parts.group(1));
    if (parts.group(2) == null) {
      return within(new Version(major, 0, 0), new Version(major + 1, 0, 0));
    }
    long minor = Long.parseLong(parts.group(2));
    return within(new Version(major, minor, 0), new Version(major, minor + 1, 0));
  }

  private static ValueTest test(Predicate<Version> passes) {
    return (found, _) ->
        found.map(ValueTests::text).flatMap(Version::parse).filter(passes).isPresent();
  }

  private static Version required(String value, String key) {
    return Version.parse(value).orElseThrow(() -> refused(value, key, "1.2.3"));
  }

  private static FlagException refused(String value, String key, String example) {
    return new FlagException(
        "filters__groups__properties",
        "value is \""
            + value
            + "\": property "
            + key
            + " is compared with a version such as "
            + example
            + ".");
  }

  /** A version of three parts. */
  private record Version(long major, long minor, long patch) implements Comparable<Version> {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

    static Optional<Version> parse(String text) {
      String core = text.strip().replaceFirst("^[vV]", "").replaceFirst("[-+].*", "");
      if (core.isEmpty() || core.startsWith(".")) {
        return Optional.empty();
      }
      String[] parts = core.split("\\.", 4);
      long[] numbers = new long[3];
      for (int i = 0; i < Math.min(3, parts.length); i++) {
        if (!parts[i].isEmpty()) {
          if (!NUMBER.matcher(parts[i]).matches()) {
            return Optional.empty();
          }
          numbers[i] = Long.parseLong(parts[i]);
        }
      }
      return Optional.of(new Version(numbers[0], numbers[1], numbers[2]));
    }

    Version nextBreaking() {
      if (major > 0) {
        return new Version(major + 1, 0, 0);
      }
      return minor > 0 ? new Version(0, minor + 1, 0) : new Version(0, 0, patch + 1);
    }

    @Override
    public int compareTo(Version other) {
      int byMajor = Long.compare(major, other.major);
      int byMinor = Long.compare(minor, other.minor);
      return byMajor != 0 ? byMajor : byMinor != 0 ? byMinor : Long.compare(patch, other.patch);
    }
  }
}
