package dev.tenrec.query.hogql.placeholders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.parse.HogqlReader;
import dev.tenrec.query.hogql.print.HogqlPrinter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestPlaceholders {
  /** {n} is 5, {t} is a text, {c} a condition, {open} no bound; anything else is nothing. */
  private static Meaning mean(List<String> path, Reading reading, Span span) {
    return switch (String.join(".", path)) {
      case "n" -> new Meaning.Value(Expression.Constant.whole(5));
      case "t" -> new Meaning.Value(Expression.Constant.text("it's"));
      case "c" -> new Meaning.Value(HogqlReader.readExpression("a > 1 OR b"));
      case "open" -> new Meaning.Unbounded();
      default -> throw new HogqlException(Code.UNRESOLVED_PLACEHOLDER, "nothing", span);
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "SELECT {n} | SELECT 5",
        "SELECT {t} AS x | SELECT 'it\\'s' AS x",
        "SELECT a FROM b WHERE {c} AND d | SELECT a FROM b WHERE (a > 1 OR b) AND d",
        "SELECT a FROM b WHERE x >= {open} AND {open} < x AND y |"
            + " SELECT a FROM b WHERE true AND true AND y",
        "SELECT a FROM (SELECT {n} AS a) LIMIT {n} | SELECT a FROM (SELECT 5 AS a) LIMIT 5",
        "WITH q AS (SELECT {n}) SELECT (SELECT {n}) FROM q JOIN (SELECT {n}) AS r ON x = {n} |"
            + " WITH q AS (SELECT 5) SELECT (SELECT 5) FROM q JOIN (SELECT 5) AS r ON x = 5",
        "SELECT 1 UNION ALL SELECT {n} | SELECT 1 UNION ALL SELECT 5",
        "SELECT sum(x) OVER (PARTITION BY {n} ORDER BY {n}), quantile({n})(x), [{n}], ({n}, 1) |"
            + " SELECT sum(x) OVER (PARTITION BY 5 ORDER BY 5), quantile(5)(x), [5], (5, 1)",
        "SELECT a FROM b GROUP BY {n} HAVING {n} ORDER BY {n} LIMIT {n} BY {n} |"
            + " SELECT a FROM b GROUP BY 5 HAVING 5 ORDER BY 5 LIMIT 5 BY 5",
      })
  void aValueTakesItsPlaceInTheTree(String text, String expected) {
    assertThat(fill(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT 1, {x} | nothing | 10",
        "SELECT {open} | compare something with it directly | 7",
        "SELECT a > {open} + 1 | compare something with it directly | 11",
        "SELECT {1} | Braces hold a name | 7",
        "SELECT {f(x)} | Braces hold a name | 7",
        "SELECT 1 FROM {n} | a table is needed here | 14",
        "SELECT 1 UNION ALL {n} | a query is needed here | 19",
        "SELECT 1 FROM (SELECT {x}) | nothing | 22",
      })
  void whatHasNoMeaningIsShownWhereItStands(String text, String message, int start) {
    assertThatThrownBy(() -> fill(text))
        .isInstanceOfSatisfying(
            HogqlException.class,
            mistake -> {
              assertThat(mistake.code()).isEqualTo(Code.UNRESOLVED_PLACEHOLDER);
              assertThat(mistake.span().start()).isEqualTo(start);
            })
        .hasMessageContaining(message);
  }

  @Test
  void aPlaceholderKnowsWhatItsSelectReads() {
    List<Reading> seen = new ArrayList<>();
    Placeholders.fill(
        HogqlReader.readQuery(
            "SELECT {p}, (SELECT {p} FROM sessions) FROM events AS e JOIN persons AS p ON {p} WHERE"
                + " x IN (SELECT {p} FROM (SELECT 1)) AND y = (SELECT {p})"),
        (path, reading, span) -> {
          seen.add(reading);
          return new Meaning.Value(Expression.Constant.truth(true));
        });
    assertThat(seen)
        .extracting(reading -> reading.table().orElse("-") + " " + reading.qualifier().orElse("-"))
        .containsExactlyInAnyOrder("events e", "sessions -", "events e", "- -", "- -");
  }

  @Test
  void aValueSaysThatItStandsWhereThePlaceholderStood() {
    var filled =
        (dev.tenrec.query.hogql.ast.Select)
            Placeholders.fill(
                HogqlReader.readQuery("SELECT 1 FROM b WHERE {c}"), TestPlaceholders::mean);
    var condition = (Expression.Or) filled.where().orElseThrow();
    assertThat(condition.span().start()).isEqualTo(22);
    assertThat(condition.operands().getFirst().span().end()).isEqualTo(25);
  }

  private static String fill(String text) {
    return HogqlPrinter.print(
        Placeholders.fill(HogqlReader.readQuery(text), TestPlaceholders::mean));
  }
}
