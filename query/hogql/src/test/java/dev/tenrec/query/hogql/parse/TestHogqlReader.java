package dev.tenrec.query.hogql.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.print.HogqlPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestHogqlReader {
  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '^',
      value = {
        "1 + 2 * 3 @ 1 + 2 * 3",
        "(1 + 2) * 3 @ (1 + 2) * 3",
        "1 - (2 - 3) @ 1 - (2 - 3)",
        "-5 @ -5",
        "-x @ 0 - x",
        "a = b ?? c @ ifNull(a = b, c)",
        "a or b and not c @ a OR b AND NOT c",
        "c ? a : d ? 1 : 2 @ if(c, a, if(d, 1, 2))",
        "a || 'x' || 1 @ concat(concat(a, 'x'), 1)",
        "x between 1 and 2 and y @ x BETWEEN 1 AND 2 AND y",
        "x not between 1 and 2 @ x NOT BETWEEN 1 AND 2",
        "a is not null @ a IS NOT NULL",
        "a <> b @ a != b",
        "a == b @ a = b",
        "quantile(0.9)(x) @ quantile(0.9)(x)",
        "count(distinct person_id) @ count(DISTINCT person_id)",
        "sum(x) filter (where y > 1) @ sum(x) FILTER (WHERE y > 1)",
        "interval 2 hour @ toIntervalHour(2)",
        "interval '3 days' @ toIntervalDay(3)",
        "now() - interval 7 day @ now() - toIntervalDay(7)",
        "case when a then 1 when b then 2 else 3 end @ CASE WHEN a THEN 1 WHEN b THEN 2 ELSE 3 END",
        "case x when 1 then 'a' end @ CASE x WHEN 1 THEN 'a' END",
        "x::Int @ CAST(x AS int)",
        "try_cast(x as Decimal(10, 2)) @ TRY_CAST(x AS decimal(10, 2))",
        "properties.$browser @ properties.$browser",
        "properties['a b'].c @ properties['a b'].c",
        "person.properties.`odd name` @ person.properties.`odd name`",
        "a.b?.c?.[1]?.2 @ a.b?.c?.[1]?.2",
        "t.1.2 @ t.1.2",
        "a[1:2] @ a[1:2]",
        "a[:2] @ a[:2]",
        "a[1:] @ a[1:]",
        "arrayMap(x -> x + 1, [1, 2]) @ arrayMap((x) -> x + 1, [1, 2])",
        "arrayFold((a, x) -> a + x, xs, 0) @ arrayFold((a, x) -> a + x, xs, 0)",
        "lambda x: x * 2 @ (x) -> x * 2",
        "(1,) @ (1,)",
        "(1, 'a') @ (1, 'a')",
        "{'k': 1, name: 2} @ {'k': 1, name: 2}",
        "{filters} @ {filters}",
        "{variables.x} @ {variables.x}",
        "f'hi {name}!' @ concat('hi ', name, '!')",
        "f'plain' @ 'plain'",
        "f'{a}{f'x{b}'}' @ concat(a, concat('x', b))",
        "trim(both 'x' from y) @ trim(y, 'x')",
        "trim(leading 'x' from y) @ trimLeft(y, 'x')",
        "a in cohort 5 @ a IN COHORT 5",
        "a not in (1, 2) @ a NOT IN (1, 2)",
        "a =~ 'x' and b !~* 'y' @ a =~ 'x' AND b !~* 'y'",
        "row_number() over (partition by a order by b desc) @ row_number() OVER (PARTITION BY a"
            + " ORDER BY b DESC)",
        "sum(x) over w @ sum(x) OVER w",
        "exists(select 1) @ EXISTS(SELECT 1)",
        "a = any(select 1) @ a IN (SELECT 1)",
        "0x1F @ 31",
        ".5 + 1e3 @ 0.5 + 1000.0",
        "a < b @ a < b",
        "a <b and c> d @ a < b AND c > d",
        "<Sparkline data={[1, 2]} title='x'/> @ <Sparkline data={[1, 2]} title='x'/>",
        "<a href={url}>text {x} <b>bold</b></a> @ <a href={url}>text {x} <b>bold</b></a>",
        "left(x, 2) @ left(x, 2)",
        "'it''s' || 'a\\'b' @ concat('it\\'s', 'a\\'b')",
        "a not like '%x' @ a NOT LIKE '%x'",
        "not a like 'x' @ NOT a LIKE 'x'",
        "a is not distinct from b @ a IS NOT DISTINCT FROM b",
        "[1, 2, ] @ [1, 2]",
        "columns('^a') @ COLUMNS('^a')",
        "toStartOfDay(timestamp) as day @ toStartOfDay(timestamp) AS day",
        "percentile_cont(0.5) within group (order by x) @ percentile_cont(0.5) WITHIN GROUP (ORDER"
            + " BY x)",
        "groupArray(x order by y desc) @ groupArray(x ORDER BY y DESC)",
      })
  void readsExpressions(String text, String printed) {
    Expression expression = HogqlReader.readExpression(text);
    assertThat(HogqlPrinter.print(expression)).isEqualTo(printed);
    assertThat(HogqlReader.readExpression(printed)).isEqualTo(expression);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "SELECT event, count() FROM events GROUP BY event",
        "SELECT DISTINCT e.event AS name FROM events AS e WHERE timestamp > now() -"
            + " toIntervalDay(7)",
        "SELECT * EXCLUDE (properties) FROM events LIMIT 10 OFFSET 5",
        "SELECT e.* FROM events AS e",
        "SELECT 1 UNION ALL SELECT 2 UNION DISTINCT (SELECT 3 INTERSECT SELECT 4)",
        "WITH a AS (SELECT 1 AS x), 5 AS y SELECT x, y FROM a",
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT n FROM"
            + " r",
        "SELECT a FROM (SELECT 1 AS a) AS t LEFT JOIN persons AS p ON p.id = t.a CROSS JOIN groups",
        "SELECT a FROM x JOIN y USING (a, b)",
        "SELECT a FROM x ASOF LEFT JOIN y ON x.a = y.a AND x.t >= y.t",
        "SELECT a FROM (VALUES (1, 'x'), (2, 'y')) AS v(a, b)",
        "SELECT number FROM numbers(10)",
        "SELECT x FROM events ARRAY JOIN [1, 2] AS x",
        "SELECT x FROM events LEFT ARRAY JOIN [1, 2] AS x, [3] AS y WHERE x > 1",
        "SELECT a FROM t PREWHERE b WHERE c GROUP BY d HAVING e QUALIFY f ORDER BY g DESC NULLS"
            + " LAST LIMIT 1",
        "SELECT a FROM t GROUP BY ALL ORDER BY ALL DESC",
        "SELECT a FROM t GROUP BY ROLLUP(a, b)",
        "SELECT a FROM t GROUP BY CUBE(a, b)",
        "SELECT a FROM t GROUP BY GROUPING SETS ((a, b), (), (a))",
        "SELECT a FROM t ORDER BY a WITH FILL FROM 1 TO 10 STEP 2",
        "SELECT a FROM t LIMIT 2 BY a, b LIMIT 10",
        "SELECT a FROM t LIMIT 1 OFFSET 2 BY a",
        "SELECT a FROM t LIMIT 10% WITH TIES",
        "SELECT a FROM t OFFSET 3",
        "SELECT sum(a) OVER w FROM t WINDOW w AS (PARTITION BY b ORDER BY c ROWS BETWEEN 3"
            + " PRECEDING AND CURRENT ROW)",
        "SELECT a FROM events FINAL SAMPLE 0.1 AS e",
        "SELECT a FROM {source} AS t WHERE {filters}",
        "{query}",
        "<HogQLQuery query='select 1'/>",
        "SELECT a FROM (x CROSS JOIN y)",
        "SELECT a FROM system.information_schema",
      })
  void printsWhatItReads(String text) {
    Query query = HogqlReader.readQuery(text);
    assertThat(HogqlPrinter.print(query)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '^',
      value = {
        "select a, from t; @ SELECT a FROM t",
        "select a b from t c @ SELECT a AS b FROM t AS c",
        "select a from t limit 5, 10 @ SELECT a FROM t LIMIT 10 OFFSET 5",
        "select a from t group by a with rollup @ SELECT a FROM t GROUP BY ROLLUP(a)",
        "select a from t group by a with totals @ SELECT a FROM t GROUP BY a",
        "select a from x, y @ SELECT a FROM x CROSS JOIN y",
        "select a from x left any join y on 1 @ SELECT a FROM x ANY LEFT JOIN y ON 1",
        "select a from t sample 1/10 @ SELECT a FROM t SAMPLE 0.1",
        "select 1 -- one @ SELECT 1",
        "select /* many */ 1 // last @ SELECT 1",
        "select timestamp, date, key, first from t @ SELECT timestamp, date, key, first FROM t",
        "select a from t union select b from u @ SELECT a FROM t UNION DISTINCT SELECT b FROM u",
      })
  void readsOtherSpellings(String text, String printed) {
    assertThat(HogqlPrinter.print(HogqlReader.readQuery(text))).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '^',
      value = {
        "select event form events @ 18 @ 1:19 @ Unexpected \"events\" after \"form\": did you mean"
            + " FROM instead of \"form\"?",
        "select 1 from @ 13 @ 1:14 @ The query ends too early: something must follow \"from\"",
        "select 'abc @ 7 @ 1:8 @ The quote ' is never closed: add another one where the text ends",
        "select 1 settings x = 1 @ 9 @ 1:10 @ SETTINGS are not supported: remove the clause",
        "select 1 from t fetch first 5 rows only @ 16 @ 1:17 @ FETCH FIRST is not supported: use"
            + " LIMIT",
        "select a from x join y @ 16 @ 1:17 @ A join needs a condition: add ON ... or USING (...),"
            + " or write CROSS JOIN",
        "select a from t array join [1] @ 27 @ 1:28 @ ARRAY JOIN needs a name for each array: add"
            + " AS name",
        "select <a>x</b> @ 13 @ 1:14 @ </b> closes <a>: the names must be the same",
        "select (1 + ) @ 12 @ 1:13 @ Unexpected \")\" after \"+\"",
        "select 1 } @ 9 @ 1:10 @ Unexpected \"}\" after \"1\"",
        "drop table events @ 0 @ 1:1 @ Only SELECT queries can be run",
      })
  void saysWhereAndWhatIsWrong(String text, int start, String position, String message) {
    assertThatThrownBy(() -> HogqlReader.readQuery(text))
        .isInstanceOfSatisfying(
            HogqlException.class,
            error -> {
              assertThat(error).hasMessage(message);
              assertThat(error.span().start()).isEqualTo(start);
              assertThat(error.span()).hasToString(position);
            });
  }

  @Test
  void countsPositionsAsEditorsDo() {
    Query query = HogqlReader.readQuery("SELECT '\uD83E\uDD94',\n  event");
    Expression event = ((dev.tenrec.query.hogql.ast.Select) query).columns().get(1);
    assertThat(event.span().start()).isEqualTo(15);
    assertThat(event.span().end()).isEqualTo(20);
    assertThat(event.span()).hasToString("2:3");
  }

  @Test
  void refusesWhatIsNestedTooDeeply() {
    String deep = "SELECT " + "(".repeat(5000) + "1" + ")".repeat(5000);
    assertThatThrownBy(() -> HogqlReader.readQuery(deep))
        .isInstanceOf(HogqlException.class)
        .hasMessageContaining("nested");
    String negated = "SELECT " + "NOT ".repeat(5000) + "1";
    assertThatThrownBy(() -> HogqlReader.readQuery(negated))
        .isInstanceOf(HogqlException.class)
        .hasMessageContaining("nested");
    String lambdas = "SELECT " + "x -> ".repeat(100_000) + "1";
    assertThatThrownBy(() -> HogqlReader.readQuery(lambdas))
        .isInstanceOf(HogqlException.class)
        .hasMessageContaining("nested");
  }

  @Test
  void readsTheDeepestNestingItAllows() {
    String deep = "SELECT " + "(".repeat(90) + "1" + ")".repeat(90);
    assertThat(HogqlPrinter.print(HogqlReader.readQuery(deep))).isEqualTo("SELECT 1");
  }

  @Test
  void readsTemplates() {
    Expression template = HogqlReader.readTemplate("Hi {person.name}, it's \\{fine\\}");
    assertThat(HogqlPrinter.print(template))
        .isEqualTo("concat('Hi ', person.name, ', it\\'s {fine}')");
    assertThat(HogqlPrinter.print(HogqlReader.readTemplate(""))).isEqualTo("''");
  }

  @Test
  void readsSortItems() {
    assertThat(HogqlPrinter.print(HogqlReader.readSortItem("a + 1 desc nulls first")))
        .isEqualTo("a + 1 DESC NULLS FIRST");
  }
}
