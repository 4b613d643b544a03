package dev.tenrec.query.insights.trends;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Call;
import dev.tenrec.query.hogql.ast.Expression.Constant;
import dev.tenrec.query.hogql.ast.Operator.Comparison;
import dev.tenrec.query.hogql.parse.HogqlReader;
import dev.tenrec.query.insights.InsightException;
import dev.tenrec.query.insights.Trees;
import dev.tenrec.query.insights.properties.PropertySource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the values that a series is divided by.
 *
 * @param source where it is read from
 * @param value it as a text, a missing one being {@link Breakdown#NONE}
 * @param bins into how many ranges numbers are put; 0 where each value stands for itself
 */
record BreakdownPart(Expression source, Expression value, int bins) {
  private static final int MOST_BINS = 100;

  /** What is no number, among ranges. */
  private static final String NO_NUMBER = "[\"\",\"\"]";

  // The last range includes its end.
  private static final double SLACK = 0.01;

  static BreakdownPart of(String type, String key, JsonNode options) {
    int group =
        options.path("group_type_index").asInt(options.path("breakdown_group_type_index").asInt(0));
    if (type.equals("cohort")) {
      throw new InsightException(
          "The breakdown is by cohort: there are no cohorts here, break down by a property");
    }
    Expression source =
        type.equals("hogql")
            ? HogqlReader.readExpression(key)
            : PropertySource.events().of(type, key, group);
    Expression text = Call.of("nullIf", Call.of("toString", source), Constant.text(""));
    boolean isUrl =
        options.path("normalize_url").asBoolean()
            || options.path("breakdown_normalize_url").asBoolean();
    int bins =
        options
            .path("histogram_bin_count")
            .asInt(options.path("breakdown_histogram_bin_count").asInt(0));
    return new BreakdownPart(
        source,
        Call.of("ifNull", isUrl ? normalized(text) : text, Constant.text(Breakdown.NONE)),
        Math.clamp(bins, 0, MOST_BINS));
  }

  private static Expression normalized(Expression text) {
    Expression bare =
        Call.of("replaceRegexpOne", text, Constant.text("[/?#]+$"), Constant.text(""));
    return Call.of("if", Trees.equal(bare, Constant.text("")), Constant.text("/"), bare);
  }

  /** The value as a number. */
  Expression number() {
    return Call.of("toFloat", source);
  }

  /** This part with the ranges that lie between the smallest and the largest number. */
  BreakdownPart between(double smallest, double largest) {
    List<Expression> choices = new ArrayList<>();
    choices.add(Trees.isNull(number()));
    choices.add(Constant.text(NO_NUMBER));
    double width = (largest - smallest) / bins;
    int needed = width > 0 ? bins : 1;
    for (int bin = 0; bin < needed - 1; bin++) {
      double end = smallest + (bin + 1) * width;
      choices.add(Trees.compare(Comparison.LESS, number(), Trees.real(end)));
      choices.add(range(smallest + bin * width, end));
    }
    choices.add(range(smallest + (needed - 1) * width, largest + SLACK));
    return new BreakdownPart(source, Call.of("multiIf", choices.toArray(Expression[]::new)), bins);
  }

  /** This part where there is no number at all. */
  BreakdownPart withoutNumbers() {
    return new BreakdownPart(source, Constant.text(NO_NUMBER), bins);
  }

  private static Expression range(double from, double to) {
    return Constant.text("[" + rounded(from) + "," + rounded(to) + "]");
  }

  private static String rounded(double number) {
    BigDecimal rounded = BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_EVEN);
    return rounded.stripTrailingZeros().toPlainString();
  }
}
