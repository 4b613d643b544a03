package dev.tenrec.flags.property;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.flags.FlagException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.BiPredicate;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;

/** The operators, each as a test of a property's value. */
final class ValueTests {
  private static final String FIELD = "filters__groups__properties";

  private ValueTests() {}

  static ValueTest of(String operator, String key, JsonNode value) {
    return switch (operator) {
      case "exact" -> exact(value);
      case "is_not" -> exact(value).negated();
      case "is_set" -> (found, _) -> found.isPresent();
      case "is_not_set" -> (found, _) -> found.isEmpty();
      case "icontains", "icontains_multi" -> anyText(value, String::contains);
      case "not_icontains", "not_icontains_multi" -> anyText(value, String::contains).negated();
      case "starts_with" -> anyText(value, String::startsWith);
      case "not_starts_with" -> anyText(value, String::startsWith).negated();
      case "ends_with" -> anyText(value, String::endsWith);
      case "not_ends_with" -> anyText(value, String::endsWith).negated();
      case "regex" -> RegexTest.of(text(value));
      case "not_regex" -> RegexTest.not(text(value));
      case "gt" -> number(value, key, bound -> found -> found > bound);
      case "gte" -> number(value, key, bound -> found -> found >= bound);
      case "lt" -> number(value, key, bound -> found -> found < bound);
      case "lte" -> number(value, key, bound -> found -> found <= bound);
      case "between" -> between(value, key, true);
      case "not_between" -> between(value, key, false);
      case "is_date_exact" -> DateTest.exact(value.asText(""), key);
      case "is_date_before" -> DateTest.before(value.asText(""), key);
      case "is_date_after" -> DateTest.after(value.asText(""), key);
      default -> {
        if (operator.startsWith("semver_")) {
          yield SemverTest.of(operator, text(value), key);
        }
        throw new FlagException(
            FIELD,
            "operator is \"" + operator + "\": property " + key + " cannot be compared that way.");
      }
    };
  }

  private static ValueTest exact(JsonNode value) {
    List<String> wanted = texts(value).stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
    return (found, _) ->
        found.isPresent() && wanted.contains(text(found.get()).toLowerCase(Locale.ROOT));
  }

  private static ValueTest anyText(JsonNode value, BiPredicate<String, String> relation) {
    List<String> wanted = texts(value).stream().map(ValueTests::asciiLowerCase).toList();
    return (found, _) -> {
      if (found.isEmpty()) {
        return false;
      }
      String text = asciiLowerCase(text(found.get()));
      return wanted.stream().anyMatch(part -> relation.test(text, part));
    };
  }

  private static ValueTest number(
      JsonNode value, String key, DoubleFunction<DoublePredicate> comparison) {
    DoublePredicate passes = comparison.apply(bound(value, key));
    return (found, _) -> {
      OptionalDouble number = found.map(Numbers::of).orElse(OptionalDouble.empty());
      return number.isPresent() && passes.test(number.getAsDouble());
    };
  }

  private static ValueTest between(JsonNode value, String key, boolean inside) {
    double low = bound(value.path(0), key);
    double high = bound(value.path(1), key);
    if (value.size() != 2 || low > high) {
      throw new FlagException(
          FIELD, "value is " + value + ": property " + key + " needs a range such as [1, 10].");
    }
    return (found, _) -> {
      if (found.isEmpty()) {
        return !inside;
      }
      OptionalDouble number = Numbers.of(found.get());
      return number.isPresent()
          && (number.getAsDouble() >= low && number.getAsDouble() <= high) == inside;
    };
  }

  private static double bound(JsonNode value, String key) {
    return Numbers.of(value)
        .orElseThrow(
            () ->
                new FlagException(
                    FIELD,
                    "value is " + value + ": property " + key + " is compared with a number."));
  }

  private static List<String> texts(JsonNode value) {
    if (!value.isArray()) {
      return List.of(text(value));
    }
    List<String> texts = new ArrayList<>();
    value.forEach(item -> texts.add(text(item)));
    return texts;
  }

  // SDKs fold only these letters where a part of a text is looked for.
  private static String asciiLowerCase(String text) {
    StringBuilder lower = new StringBuilder(text);
    for (int i = 0; i < lower.length(); i++) {
      char letter = lower.charAt(i);
      if (letter >= 'A' && letter <= 'Z') {
        lower.setCharAt(i, (char) (letter + ('a' - 'A')));
      }
    }
    return lower.toString();
  }

  static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }
}
