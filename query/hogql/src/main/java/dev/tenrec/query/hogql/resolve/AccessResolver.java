package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Literal;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import dev.tenrec.query.hogql.tables.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves what is taken out of a value: elements, properties, parts. */
final class AccessResolver {
  private final ExpressionResolver expressions;

  AccessResolver(ExpressionResolver expressions) {
    this.expressions = expressions;
  }

  Value index(Expression.Index index) {
    if (index.index() instanceof Expression.Constant(Span _, Literal.Text(String key))) {
      return named(index.operand(), key, index.span());
    }
    Value operand = expressions.resolve(index.operand());
    Value position = expressions.resolve(index.index());
    if (operand instanceof Value.Property || operand.type() == Scalar.JSON) {
      return position instanceof Value.Whole(long number) && number > 0
          ? FieldResolver.properties(operand, List.of(Long.toString(number - 1))).orElseThrow()
          : element(operand, position, index);
    }
    if (operand.type() instanceof Type.TupleOf && position instanceof Value.Whole(long number)) {
      return dev.tenrec.query.hogql.function.ConversionFunctions.element(
          operand, (int) number, index.span());
    }
    return expressions.call("arrayElement", index.span(), List.of(operand, position));
  }

  private Value element(Value operand, Value position, Expression.Index index) {
    if (!(position instanceof Value.Whole)) {
      throw new HogqlException(
          Code.WRONG_ARGUMENTS,
          "An element of JSON needs a constant key or position: JSONExtract the array first",
          index.span());
    }
    Value raw = expressions.call("JSONExtractString", index.span(), List.of(operand, position));
    // What is not there is null here, as every property that is not there.
    return raw instanceof Value.Coalesce(List<Value> options, Type _) ? options.getFirst() : raw;
  }

  Value property(Expression.Property property) {
    return named(property.operand(), property.name(), property.span());
  }

  private Value named(Expression operand, String key, Span span) {
    Optional<Field> field = expressions.field(operand);
    if (field.isPresent() && field.get() instanceof Field.Document document) {
      return document.property(List.of(key));
    }
    Value value = expressions.resolve(operand);
    return FieldResolver.properties(value, List.of(key))
        .orElseThrow(
            () ->
                new HogqlException(
                    Code.WRONG_TYPE,
                    "%s has no field '%s'".formatted(value.type().label(), key),
                    span));
  }

  Value slice(Expression.Slice slice) {
    Value operand = expressions.resolve(slice.operand());
    Value from = slice.from().map(expressions::resolve).orElse(new Value.Whole(1));
    List<Value> arguments = new ArrayList<>(List.of(operand, from));
    slice
        .to()
        .ifPresent(
            to ->
                arguments.add(
                    expressions.call(
                        "plus",
                        slice.span(),
                        List.of(
                            expressions.call(
                                "minus", slice.span(), List.of(expressions.resolve(to), from)),
                            new Value.Whole(1)))));
    return expressions.call("arraySlice", slice.span(), arguments);
  }
}
