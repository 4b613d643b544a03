package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.plan.Symbol;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves calls whose first argument is a lambda: its parameters are elements of the others. */
final class LambdaResolver {
  private final Resolution resolution;
  private final Scope scope;
  private final ExpressionResolver expressions;

  LambdaResolver(Resolution resolution, Scope scope, ExpressionResolver expressions) {
    this.resolution = resolution;
    this.scope = scope;
    this.expressions = expressions;
  }

  /** The value, when the call has a lambda. */
  Optional<Value> resolve(Expression.Call call) {
    if (call.arguments().isEmpty()
        || !(call.arguments().getFirst() instanceof Expression.Lambda lambda)) {
      return Optional.empty();
    }
    List<Value> others =
        expressions.resolveAll(call.arguments().subList(1, call.arguments().size()));
    List<Type> types = types(call, others);
    if (types.size() != lambda.parameters().size()) {
      throw new HogqlException(
          Code.WRONG_ARGUMENTS,
          "The lambda of '%s' has %d parameters, but %d values to take them from"
              .formatted(call.name(), lambda.parameters().size(), types.size()),
          lambda.span());
    }
    Value.Lambda resolved = resolve(lambda, types);
    // A fold over whole numbers whose steps give fractions starts with a fraction.
    if (call.name().equals("arrayFold")
        && types.getFirst() == Scalar.INTEGER
        && resolved.body().type() == Scalar.FLOAT) {
      types.set(0, Scalar.FLOAT);
      resolved = resolve(lambda, types);
    }
    List<Value> values = new ArrayList<>(List.of(resolved));
    values.addAll(others);
    return Optional.of(expressions.call(call.name(), call.span(), values));
  }

  private Value.Lambda resolve(Expression.Lambda lambda, List<Type> types) {
    Map<String, Symbol> parameters = new LinkedHashMap<>();
    for (int index = 0; index < types.size(); index++) {
      String name = lambda.parameters().get(index);
      parameters.put(name, resolution.symbols().make(name, types.get(index), true));
    }
    scope.enterLambda(parameters);
    try {
      return new Value.Lambda(List.copyOf(parameters.values()), expressions.resolve(lambda.body()));
    } finally {
      scope.leaveLambda();
    }
  }

  private static List<Type> types(Expression.Call call, List<Value> others) {
    List<Type> types = new ArrayList<>();
    for (int index = 0; index < others.size(); index++) {
      Type type = others.get(index).type();
      // The start of a fold is the first parameter's first value.
      if (call.name().equals("arrayFold") && index == others.size() - 1) {
        types.addFirst(type);
      } else if (type instanceof Type.ArrayOf(Type element)) {
        types.add(element);
      } else {
        throw new HogqlException(
            Code.WRONG_TYPE,
            "Function '%s' needs an array as argument %d, not %s"
                .formatted(call.name(), index + 2, type.label()),
            call.arguments().get(index + 1).span());
      }
    }
    return types;
  }
}
