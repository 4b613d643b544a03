package dev.tenrec.query.insights.placeholders;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Constant;
import dev.tenrec.query.hogql.ast.Literal;
import dev.tenrec.query.hogql.ast.Span;
import java.util.ArrayList;
import java.util.List;

/** JSON values as constants of a query. */
final class Constants {
  private Constants() {}

  static Expression of(JsonNode value, String name, Span span) {
    return switch (value.getNodeType()) {
      case STRING -> Constant.text(value.textValue());
      case NUMBER ->
          value.isIntegralNumber() && value.canConvertToLong()
              ? Constant.whole(value.longValue())
              : new Constant(Span.NONE, new Literal.Real(value.doubleValue()));
      case BOOLEAN -> Constant.truth(value.booleanValue());
      case NULL -> Constant.nothing();
      case ARRAY -> {
        List<Expression> elements = new ArrayList<>();
        value.forEach(element -> elements.add(of(element, name, span)));
        yield new Expression.Array(Span.NONE, elements);
      }
      case BINARY, MISSING, OBJECT, POJO ->
          throw new HogqlException(
              Code.UNRESOLVED_PLACEHOLDER,
              "The value of {%s} is %s: give a text, a number, true, false, null or a list"
                  .formatted(name, value),
              span);
    };
  }
}
