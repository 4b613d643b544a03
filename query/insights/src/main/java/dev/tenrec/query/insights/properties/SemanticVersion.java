package dev.tenrec.query.insights.properties;

import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Call;
import dev.tenrec.query.hogql.ast.Expression.Constant;
import dev.tenrec.query.hogql.ast.Operator.Comparison;
import dev.tenrec.query.insights.InsightException;
import dev.tenrec.query.insights.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version such as 1.4.0 that properties are compared with. What is no version compares as nothing
 * does: no condition holds of it.
 *
 * @param numbers major, minor and patch
 * @param given how many of them were written
 */
record SemanticVersion(List<Long> numbers, int given) {
  private static final Pattern FORM =
      Pattern.compile("v?(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?(?:[-+].*)?");

  static SemanticVersion parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new InsightException("value is \"" + text + "\": a version is needed, such as 1.4.0");
    }
    List<Long> numbers = new ArrayList<>();
    int given = 0;
    for (int part = 1; part <= 3; part++) {
      String digits = form.group(part);
      given += digits == null ? 0 : 1;
      numbers.add(digits == null ? 0 : Long.parseLong(digits));
    }
    return new SemanticVersion(numbers, given);
  }

  /** The condition that an operator with this value means of a property. */
  static Expression condition(Expression property, String operator, String value) {
    return switch (operator) {
      case "semver_eq" -> parse(value).holds(property, Comparison.EQUAL);
      case "semver_neq" ->
          Trees.all(
              List.of(
                  Trees.isNotNull(part(property, 0)),
                  Trees.not(parse(value).holds(property, Comparison.EQUAL))));
      case "semver_gt" -> parse(value).holds(property, Comparison.GREATER);
      case "semver_gte" -> parse(value).holds(property, Comparison.GREATER_OR_EQUAL);
      case "semver_lt" -> parse(value).holds(property, Comparison.LESS);
      case "semver_lte" -> parse(value).holds(property, Comparison.LESS_OR_EQUAL);
      case "semver_tilde" -> {
        SemanticVersion from = parse(value);
        yield from.until(property, from.raised(from.given == 1 ? 0 : 1));
      }
      case "semver_caret" -> {
        SemanticVersion from = parse(value);
        yield from.until(property, from.raised(from.firstThatCounts()));
      }
      case "semver_wildcard" -> {
        SemanticVersion from = parse(value.strip().replaceFirst("(\\.[*xX])+$", ""));
        yield from.until(property, from.raised(from.given - 1));
      }
      default -> throw new InsightException("There is no operator \"" + operator + "\"");
    };
  }

  private int firstThatCounts() {
    for (int part = 0; part < given; part++) {
      if (numbers.get(part) > 0) {
        return part;
      }
    }
    return given - 1;
  }

  private SemanticVersion raised(int part) {
    List<Long> raised = new ArrayList<>();
    for (int at = 0; at < numbers.size(); at++) {
      raised.add(at < part ? numbers.get(at) : at == part ? numbers.get(at) + 1 : 0);
    }
    return new SemanticVersion(raised, given);
  }

  private Expression until(Expression property, SemanticVersion end) {
    return Trees.all(
        List.of(
            holds(property, Comparison.GREATER_OR_EQUAL), end.holds(property, Comparison.LESS)));
  }

  // Numbers are compared from the left; the first that differs decides.
  private Expression holds(Expression property, Comparison comparison) {
    Expression result =
        Trees.compare(comparison, part(property, 2), Constant.whole(numbers.get(2)));
    boolean equality = comparison == Comparison.EQUAL;
    Comparison strict =
        switch (comparison) {
          case GREATER_OR_EQUAL -> Comparison.GREATER;
          case LESS_OR_EQUAL -> Comparison.LESS;
          default -> comparison;
        };
    for (int at = 1; at >= 0; at--) {
      Expression number = Constant.whole(numbers.get(at));
      Expression same = Trees.all(List.of(Trees.equal(part(property, at), number), result));
      result =
          equality
              ? same
              : Trees.any(List.of(Trees.compare(strict, part(property, at), number), same));
    }
    return Call.of("ifNull", result, Constant.truth(false));
  }

  private static Expression part(Expression property, int part) {
    String pattern =
        switch (part) {
          case 0 -> "^v?(\\d+)\\.\\d+\\.\\d+";
          case 1 -> "^v?\\d+\\.(\\d+)\\.\\d+";
          default -> "^v?\\d+\\.\\d+\\.(\\d+)";
        };
    return Call.of(
        "toInt", Call.of("extract", Call.of("toString", property), Constant.text(pattern)));
  }
}
