package dev.tenrec.flags.property;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.flags.FlagException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

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
      case "icontains" -> anyText(value, String::contains);
      case "not_icontains" -> anyText(value, String::contains).negated();
      case "icontains_multi" -> anyText(value, String::contains);
      case "not_icontains_multi" -> anyText(value, String::contains).negated();
      case "starts_with" -> anyText(value, String::startsWith);
      case "not_starts_with" -> anyText(value, String::startsWith).negated();
      case "ends_with" -> anyText(value, String::endsWith);
      case "not_ends_with" -> anyText(value, String::endsWith).negated();
      case "regex" -> RegexTest.of(value.asText(""));
      case "not_regex" -> RegexTest.not(value.asText(""));
      case "gt" -> number(value, key, order -> order > 0);
      case "gte" -> number(value, key, order -> order >= 0);
      case "lt" -> number(value, key, order -> order < 0);
      case "lte" -> number(value, key, order -> order <= 0);
      case "is_date_exact" -> DateTest.exact(value.asText(""), key);
      case "is_date_before" -> DateTest.before(value.asText(""), key);
      case "is_date_after" -> DateTest.after(value.asText(""), key);
      default -> {
        if (operator.startsWith("semver_")) {
          yield SemverTest.of(operator, value.asText(""), key);
        }
        throw new FlagException(
            FIELD,
            "operator is \"" + operator + "\": property " + key + " cannot be compared that way.");
      }
    };
  }

  private static ValueTest exact(JsonNode value) {
    List<String> wanted = lowerCase(value);
    return (found, _) -> found.map(ValueTests::lower).filter(wanted::contains).isPresent();
  }

  private static ValueTest anyText(JsonNode value, BiPredicate<String, String> relation) {
    List<String> wanted = lowerCase(value);
    return (found, _) -> {
      Optional<String> text = found.map(ValueTests::lower);
      return text.isPresent() && wanted.stream().anyMatch(part -> relation.test(text.get(), part));
    };
  }

  private static ValueTest number(JsonNode value, String key, Predicate<Integer> passes) {
    double bound =
        Numbers.of(value)
            .orElseThrow(
                () ->
                    new FlagException(
                        FIELD,
                        "value is " + value + ": property " + key + " is compared with a number."));
    return (found, _) -> {
      var number = found.map(Numbers::of).orElse(java.util.OptionalDouble.empty());
      return number.isPresent() && passes.test(Double.compare(number.getAsDouble(), bound));
    };
  }

  private static List<String> lowerCase(JsonNode value) {
    List<String> texts = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(item -> texts.add(lower(item)));
    } else {
      texts.add(lower(value));
    }
    return List.copyOf(texts);
  }

  private static String lower(JsonNode value) {
    return text(value).toLowerCase(Locale.ROOT);
  }

  static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }
}
