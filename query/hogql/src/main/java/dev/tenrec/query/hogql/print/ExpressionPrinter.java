package dev.tenrec.query.hogql.print;

import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Literal;
import dev.tenrec.query.hogql.ast.Span;
import java.util.List;

/** Prints expressions with the parentheses that their precedence needs and no more. */
final class ExpressionPrinter {
  // How tightly each form binds: an operand that binds less than its place needs is put in
  // parentheses.
  private static final int LOOSEST = 0;
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int COMPARISON = 4;
  private static final int SUM = 5;
  private static final int PRODUCT = 6;
  private static final int MINUS = 7;
  private static final int POSTFIX = 8;

  private final Text text;

  ExpressionPrinter(Text text) {
    this.text = text;
  }

  /** Where a value may have a name. */
  void printAliased(Expression expression) {
    if (expression instanceof Expression.Alias(Span _, Expression value, String name)) {
      print(value);
      text.add(" AS ").name(name);
    } else {
      print(expression);
    }
  }

  /** Where any expression may stand. */
  void print(Expression expression) {
    print(expression, LOOSEST);
  }

  void print(Expression expression, int place) {
    boolean parentheses = expression instanceof Expression.Alias || strength(expression) < place;
    if (parentheses) {
      text.add("(");
      if (expression instanceof Expression.Alias) {
        printAliased(expression);
      } else {
        printBare(expression);
      }
      text.add(")");
    } else {
      printBare(expression);
    }
  }

  /** Where a sum may stand, but no comparison. */
  void printSum(Expression expression) {
    print(expression, SUM);
  }

  private static int strength(Expression expression) {
    return switch (expression) {
      case Expression.Lambda _, Expression.Alias _ -> LOOSEST;
      case Expression.Or _ -> OR;
      case Expression.And _ -> AND;
      case Expression.Not _ -> NOT;
      case Expression.Comparison _, Expression.NullTest _, Expression.Between _ -> COMPARISON;
      case Expression.Arithmetic arithmetic ->
          switch (arithmetic.operator()) {
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE, MODULO -> PRODUCT;
          };
      case Expression.Constant constant -> constantStrength(constant.value());
      default -> POSTFIX;
    };
  }

  // What follows a number directly could be read as a part of it.
  private static int constantStrength(Literal literal) {
    return switch (literal) {
      case Literal.Whole(long value) -> value < 0 ? MINUS : POSTFIX - 1;
      case Literal.Real(double value) -> value < 0 || 1 / value < 0 ? MINUS : POSTFIX - 1;
      case Literal.Text _, Literal.Truth _, Literal.Nothing _ -> POSTFIX;
    };
  }

  private void printBare(Expression expression) {
    switch (expression) {
      case Expression.Constant constant -> text.add(constant(constant.value()));
      case Expression.Field field -> text.list(field.path(), ".", text::name);
      case Expression.Star star -> printStar(star);
      case Expression.ColumnsMatching columns ->
          text.add("COLUMNS(").add(Names.text(columns.pattern())).add(")");
      case Expression.Call call -> printCall(call);
      case Expression.WindowCall call -> {
        printCall(call.call());
        text.add(" OVER ");
        text.queries().printWindow(call.window());
      }
      case Expression.Arithmetic arithmetic -> printArithmetic(arithmetic);
      case Expression.Comparison comparison -> {
        print(comparison.left(), COMPARISON);
        text.add(" ").add(comparison.operator().symbol()).add(" ");
        print(comparison.right(), SUM);
      }
      case Expression.And and -> text.list(and.operands(), " AND ", operand -> print(operand, NOT));
      case Expression.Or or -> text.list(or.operands(), " OR ", operand -> print(operand, AND));
      case Expression.Not not -> {
        text.add("NOT ");
        print(not.operand(), NOT);
      }
      case Expression.NullTest test -> {
        print(test.operand(), COMPARISON);
        text.add(test.negated() ? " IS NOT NULL" : " IS NULL");
      }
      case Expression.Between between -> {
        print(between.operand(), COMPARISON);
        text.add(between.negated() ? " NOT BETWEEN " : " BETWEEN ");
        print(between.low(), SUM);
        text.add(" AND ");
        print(between.high(), SUM);
      }
      case Expression.Case choice -> printCase(choice);
      case Expression.Alias alias -> printAliased(alias);
      case Expression.Lambda lambda -> {
        text.add("(").list(lambda.parameters(), text::name).add(") -> ");
        print(lambda.body());
      }
      case Expression.Array array -> text.add("[").list(array.elements(), this::print).add("]");
      case Expression.Tuple tuple ->
          text.add("(")
              .list(tuple.elements(), this::printAliased)
              .add(tuple.elements().size() == 1 ? ",)" : ")");
      case Expression.Dictionary dictionary ->
          text.add("{")
              .list(
                  dictionary.entries(),
                  entry -> {
                    print(entry.key(), OR);
                    text.add(": ");
                    print(entry.value());
                  })
              .add("}");
      case Expression.Index index -> {
        print(index.operand(), POSTFIX);
        text.add(index.nullish() ? "?.[" : "[");
        print(index.index());
        text.add("]");
      }
      case Expression.Slice slice -> {
        print(slice.operand(), POSTFIX);
        text.add("[");
        slice.from().ifPresent(from -> print(from, OR));
        text.add(":");
        slice.to().ifPresent(this::print);
        text.add("]");
      }
      case Expression.TupleElement element -> {
        // "?.1.2" would be read as one number.
        boolean apart =
            element.operand() instanceof Expression.TupleElement inner && inner.nullish();
        print(element.operand(), apart ? POSTFIX + 1 : POSTFIX);
        text.add(element.nullish() ? "?." : ".").add(Integer.toString(element.index()));
      }
      case Expression.Property property -> {
        print(property.operand(), POSTFIX);
        text.add(property.nullish() ? "?." : ".").name(property.name());
      }
      case Expression.Placeholder placeholder -> {
        text.add("{");
        print(placeholder.expression());
        text.add("}");
      }
      case Expression.Cast cast -> {
        text.add(cast.lenient() ? "TRY_CAST(" : "CAST(");
        print(cast.operand());
        text.add(" AS ").add(cast.type()).add(")");
      }
      case Expression.Subquery subquery -> {
        text.add("(");
        text.queries().print(subquery.query());
        text.add(")");
      }
      case Expression.Exists exists -> {
        text.add("EXISTS(");
        text.queries().print(exists.query());
        text.add(")");
      }
      case Expression.Position position -> text.add("#" + position.index());
      case Expression.Tag tag -> printTag(tag);
    }
  }

  private void printStar(Expression.Star star) {
    star.table().forEach(name -> text.name(name).add("."));
    text.add("*");
    if (!star.excluded().isEmpty()) {
      text.add(" EXCLUDE (").list(star.excluded(), text::name).add(")");
    }
  }

  private void printArithmetic(Expression.Arithmetic arithmetic) {
    int own = strength(arithmetic);
    print(arithmetic.left(), own);
    text.add(" ").add(arithmetic.operator().symbol()).add(" ");
    print(arithmetic.right(), own + 1);
  }

  private void printCall(Expression.Call call) {
    text.add(Names.function(call.name()));
    call.parameters().ifPresent(parameters -> text.add("(").list(parameters, this::print).add(")"));
    text.add("(").add(call.distinct() ? "DISTINCT " : "");
    // A query that is the only argument needs no parentheses of its own, and gets none back.
    if (call.arguments().size() == 1
        && call.arguments().getFirst() instanceof Expression.Subquery subquery) {
      text.queries().print(subquery.query());
    } else {
      text.list(call.arguments(), this::printAliased);
    }
    if (!call.order().isEmpty() && !call.withinGroup()) {
      text.add(" ORDER BY ").list(call.order(), text.queries()::printSortItem);
    }
    text.add(")");
    if (call.withinGroup()) {
      text.add(" WITHIN GROUP (ORDER BY ")
          .list(call.order(), text.queries()::printSortItem)
          .add(")");
    }
    call.filter()
        .ifPresent(
            filter -> {
              text.add(" FILTER (WHERE ");
              print(filter);
              text.add(")");
            });
  }

  private void printCase(Expression.Case choice) {
    text.add("CASE");
    choice
        .operand()
        .ifPresent(
            operand -> {
              text.add(" ");
              print(operand);
            });
    for (Expression.Branch branch : choice.branches()) {
      text.add(" WHEN ");
      print(branch.when());
      text.add(" THEN ");
      print(branch.then());
    }
    choice
        .otherwise()
        .ifPresent(
            otherwise -> {
              text.add(" ELSE ");
              print(otherwise);
            });
    text.add(" END");
  }

  private void printTag(Expression.Tag tag) {
    text.add("<").add(tag.kind());
    for (Expression.Attribute attribute : tag.attributes()) {
      text.add(" ").add(attribute.name()).add("=");
      if (attribute.value() instanceof Expression.Constant(Span _, Literal.Text(String value))) {
        text.add(Names.text(value));
      } else {
        text.add("{");
        print(attribute.value());
        text.add("}");
      }
    }
    if (tag.children().isEmpty()) {
      text.add("/>");
      return;
    }
    text.add(">");
    printChildren(tag.children());
    text.add("</").add(tag.kind()).add(">");
  }

  private void printChildren(List<Expression> children) {
    boolean afterText = false;
    for (Expression child : children) {
      if (child instanceof Expression.Tag nested) {
        printTag(nested);
        afterText = false;
      } else if (child instanceof Expression.Constant(Span _, Literal.Text(String value))
          && !afterText
          && !value.isEmpty()
          && value.indexOf('<') < 0
          && value.indexOf('{') < 0) {
        text.add(value);
        afterText = true;
      } else {
        text.add("{");
        print(child);
        text.add("}");
        afterText = false;
      }
    }
  }

  private static String constant(Literal literal) {
    return switch (literal) {
      case Literal.Text(String value) -> Names.text(value);
      case Literal.Whole(long value) -> Long.toString(value);
      case Literal.Real(double value) -> real(value);
      case Literal.Truth(boolean value) -> Boolean.toString(value);
      case Literal.Nothing() -> "NULL";
    };
  }

  private static String real(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    return Double.toString(value);
  }
}
