package dev.tenrec.query.hogql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.ast.Rebuild;
import dev.tenrec.query.hogql.ast.Select;
import dev.tenrec.query.hogql.ast.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A tree made anew without any change is the same tree. */
class RebuildProperties {
  private final Rebuild unchanged =
      new Rebuild(
          _ -> Optional.empty(), this::again, UnaryOperator.identity(), UnaryOperator.identity());

  private Query again(Query query) {
    return switch (query) {
      case Select select -> unchanged.select(select);
      case Query.Combined(Span span, Query first, List<Query.Member> others) ->
          new Query.Combined(
              span,
              again(first),
              others.stream()
                  .map(member -> new Query.Member(member.operator(), again(member.query())))
                  .toList());
      case Query.Open open -> open;
      case Query.Tagged tagged -> tagged;
    };
  }

  @Property(tries = 400)
  void expressionsLoseNothing(@ForAll("expressions") Expression expression) {
    assertThat(unchanged.expression(expression)).isEqualTo(expression);
  }

  @Property(tries = 200)
  void queriesLoseNothing(@ForAll("queries") Query query) {
    assertThat(again(query)).isEqualTo(query);
  }

  @Example
  void everyClauseIsThereAgain() {
    for (String text :
        List.of(
            "WITH RECURSIVE a (x) AS (SELECT 1), 2 AS two SELECT DISTINCT x FROM a",
            "SELECT 1 FROM a AS t (x, y) LEFT ARRAY JOIN [1] AS b PREWHERE x WHERE y",
            "SELECT 1 FROM events FINAL SAMPLE 0.1 OFFSET 0.5 WHERE true",
            "SELECT a FROM b GROUP BY GROUPING SETS ((a), ()) HAVING count() > 1",
            "SELECT a FROM b GROUP BY ROLLUP(a, c)",
            "SELECT a FROM b GROUP BY CUBE(a, c)",
            "SELECT a FROM b GROUP BY ALL ORDER BY ALL DESC",
            "SELECT sum(a) OVER w FROM b QUALIFY sum(a) OVER w > 1 WINDOW w AS (PARTITION BY c"
                + " ORDER BY d ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)",
            "SELECT a FROM b ORDER BY a DESC NULLS FIRST, c COLLATE 'de' WITH FILL FROM 1 TO 2"
                + " STEP 3",
            "SELECT a FROM b LIMIT 1 OFFSET 2 BY c, d LIMIT 3 OFFSET 4",
            "SELECT a FROM b LIMIT 5 % WITH TIES",
            "SELECT a FROM b JOIN c USING (d) CROSS JOIN e NATURAL JOIN f",
            "SELECT a FROM (b LEFT JOIN c ON b.x = c.x) ASOF JOIN d ON b.t > d.t",
            "SELECT 1 FROM numbers(1, 2) UNION ALL SELECT * EXCLUDE (a) FROM (values (1), (2)) AS"
                + " v",
            "SELECT COLUMNS('a'), #1, f(DISTINCT x ORDER BY y) FILTER (WHERE z) FROM {t}",
            "{q} INTERSECT SELECT 1",
            "SELECT <b a='1'>{x}</b>, EXISTS(SELECT 1), x -> y, {'k': 1}, a?.b, a?.[1], a[1:2]")) {
      Query query = HogqlReader.readQuery(text);
      assertThat(again(query)).as(text).isEqualTo(query);
    }
  }

  @Property(tries = 100)
  void everyPartSaysWhereItIsSaidToBe(@ForAll("expressions") Expression expression) {
    Span here = new Span(5, 9, 1, 6);
    Expression moved =
        new Rebuild(_ -> Optional.empty(), this::again, UnaryOperator.identity(), _ -> here)
            .expression(expression);
    assertThat(moved).isEqualTo(expression);
    assertThat(moved.span()).isSameAs(here);
  }

  @Provide
  Arbitrary<Expression> expressions() {
    return Trees.expressions();
  }

  @Provide
  Arbitrary<Query> queries() {
    return Trees.queries();
  }
}
