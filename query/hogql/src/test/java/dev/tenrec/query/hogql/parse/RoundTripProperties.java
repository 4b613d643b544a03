package dev.tenrec.query.hogql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.print.HogqlPrinter;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripProperties {
  @Property(tries = 400)
  void printedExpressionsAreReadBackAsTheyWere(@ForAll("expressions") Expression expression) {
    String text = HogqlPrinter.print(expression);
    assertThat(HogqlReader.readExpression(text)).as(text).isEqualTo(expression);
  }

  @Property(tries = 200)
  void printedQueriesAreReadBackAsTheyWere(@ForAll("queries") Query query) {
    String text = HogqlPrinter.print(query);
    assertThat(HogqlReader.readQuery(text)).as(text).isEqualTo(query);
  }

  @Property(tries = 300)
  void anyTextIsReadOrRefusedWithAPositionInIt(@ForAll String text) {
    try {
      HogqlReader.readQuery(text);
    } catch (HogqlException refused) {
      assertThat(refused.span().end()).isLessThanOrEqualTo(text.length());
    }
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
