package dev.tenrec.query.insights.properties;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Call;
import dev.tenrec.query.hogql.ast.Expression.Constant;
import dev.tenrec.query.hogql.ast.Operator.Comparison;
import dev.tenrec.query.insights.InsightException;
import dev.tenrec.query.insights.Trees;
import dev.tenrec.query.insights.dates.DateException;
import dev.tenrec.query.insights.dates.DateRange;
import dev.tenrec.query.insights.dates.Interval;
import dev.tenrec.query.insights.dates.Today;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One filter's operator as a condition. The positive operators do not hold of a missing property,
 * the negative ones do; with several values the positive ones hold when one does, the negative ones
 * when all do.
 */
record PropertyTest(Today today) {
  Expression condition(Expression property, String operator, JsonNode value) {
    // A filter whose value has not been chosen yet filters nothing.
    boolean open = value.isMissingNode() || value.isArray() && value.isEmpty();
    if (open && !operator.equals("is_set") && !operator.equals("is_not_set")) {
      return Constant.truth(true);
    }
    return switch (operator) {
      case "is_set" -> Trees.isNotNull(property);
      case "is_not_set" -> Trees.isNull(property);
      case "exact", "is_cleaned_path_exact" -> exact(property, value);
      case "is_not" -> Trees.not(exact(property, value));
      case "icontains" -> any(value, text -> contains(property, text));
      case "not_icontains" -> Trees.not(any(value, text -> contains(property, text)));
      case "starts_with" -> any(value, text -> like(property, escape(text) + "%"));
      case "ends_with" -> any(value, text -> like(property, "%" + escape(text)));
      case "regex" -> any(value, text -> matches(property, text));
      case "not_regex" -> Trees.not(any(value, text -> matches(property, text)));
      case "gt" -> number(property, Comparison.GREATER, value);
      case "gte", "min" -> number(property, Comparison.GREATER_OR_EQUAL, value);
      case "lt" -> number(property, Comparison.LESS, value);
      case "lte", "max" -> number(property, Comparison.LESS_OR_EQUAL, value);
      case "semver_eq",
          "semver_neq",
          "semver_gt",
          "semver_gte",
          "semver_lt",
          "semver_lte",
          "semver_tilde",
          "semver_caret",
          "semver_wildcard" ->
          any(
              value,
              text -> present(property, SemanticVersion.condition(property, operator, text)));
      case "between" -> between(property, value);
      case "not_between" -> Trees.not(between(property, value));
      case "is_date_exact" -> {
        DateRange day = dates(value);
        yield present(
            property,
            Trees.all(
                List.of(
                    Trees.compare(
                        Comparison.GREATER_OR_EQUAL,
                        date(property),
                        Trees.moment(day.from().toInstant())),
                    Trees.compare(
                        Comparison.LESS_OR_EQUAL,
                        date(property),
                        Trees.moment(day.to().toInstant())))));
      }
      case "is_date_before" ->
          present(
              property,
              Trees.compare(
                  Comparison.LESS, date(property), Trees.moment(dates(value).from().toInstant())));
      case "is_date_after" ->
          present(
              property,
              Trees.compare(
                  Comparison.GREATER, date(property), Trees.moment(dates(value).to().toInstant())));
      default ->
          throw new InsightException(
              "A property filter has operator \""
                  + operator
                  + "\": there is no such operator for events");
    };
  }

  private static Expression exact(Expression property, JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return Trees.isNull(property);
    }
    return any(value, text -> Trees.equal(text(property), Constant.text(text)));
  }

  private static Expression contains(Expression property, String text) {
    return like(property, "%" + escape(text) + "%");
  }

  private static Expression like(Expression property, String pattern) {
    return present(
        property, Trees.compare(Comparison.ILIKE, text(property), Constant.text(pattern)));
  }

  private static Expression matches(Expression property, String expression) {
    return present(
        property, Trees.compare(Comparison.REGEX, text(property), Constant.text(expression)));
  }

  private Expression number(Expression property, Comparison operator, JsonNode value) {
    return any(value, text -> present(property, ordered(property, operator, text)));
  }

  // Dates have an order as numbers have.
  private Expression ordered(Expression property, Comparison operator, String text) {
    if (isNumber(text)) {
      return compared(property, operator, text);
    }
    try {
      Instant moment = DateRange.moment(text, today);
      return Trees.compare(operator, date(property), Trees.moment(moment));
    } catch (DateException noDate) {
      throw new InsightException(
          "value is \"" + text + "\": compare with a number, or a date such as 2026-01-31");
    }
  }

  private static Expression compared(Expression property, Comparison operator, String text) {
    return Trees.compare(operator, Call.of("toFloat", property), Trees.real(asNumber(text)));
  }

  private static boolean isNumber(String text) {
    try {
      return !Double.isNaN(Double.parseDouble(text));
    } catch (NumberFormatException other) {
      return false;
    }
  }

  private static Expression between(Expression property, JsonNode value) {
    if (value.size() != 2) {
      throw new InsightException("value is " + value + ": between needs two numbers");
    }
    return present(
        property,
        Trees.all(
            List.of(
                compared(property, Comparison.GREATER_OR_EQUAL, value.get(0).asText()),
                compared(property, Comparison.LESS_OR_EQUAL, value.get(1).asText()))));
  }

  private static double asNumber(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException other) {
      throw new InsightException("value is \"" + text + "\": compare with a number");
    }
  }

  private DateRange dates(JsonNode value) {
    Optional<String> said = Optional.of(value.asText());
    try {
      boolean relative = said.get().matches("-?[0-9]*[a-zA-Z]+");
      return DateRange.resolve(
          new DateRange.Text(said, said, relative), Interval.DAY, today, Instant.EPOCH);
    } catch (DateException unknown) {
      throw new InsightException(unknown.getMessage());
    }
  }

  private static Expression any(JsonNode value, Function<String, Expression> test) {
    if (!value.isArray()) {
      return test.apply(value.asText());
    }
    List<Expression> tests = new ArrayList<>();
    value.forEach(item -> tests.add(test.apply(item.asText())));
    return Trees.any(tests);
  }

  // A comparison with nothing is no answer; under NOT it would be the wrong one.
  private static Expression present(Expression property, Expression condition) {
    return Trees.all(
        List.of(Trees.isNotNull(property), Call.of("ifNull", condition, Constant.truth(false))));
  }

  private static Expression text(Expression property) {
    return Call.of("toString", property);
  }

  private static Expression date(Expression property) {
    return Call.of("toDateTimeOrNull", Call.of("toString", property));
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
