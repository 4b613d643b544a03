package dev.tenrec.query.hogql.function;

import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.util.ArrayList;
import java.util.List;

/** Conditions, choices, and what deals with nulls. */
final class LogicFunctions {
  private LogicFunctions() {}

  static void define(FunctionTable table) {
    table.function("if", LogicFunctions::multiIf);
    table.function("multiIf", LogicFunctions::multiIf);
    table.function("ifNull", LogicFunctions::coalesce);
    table.function("coalesce", LogicFunctions::coalesce);
    table.function("nullIf", LogicFunctions::nullIf);
    table.function(
        "isNull",
        arguments -> {
          arguments.require(1, 1);
          return new Value.IsNull(arguments.get(0));
        });
    table.function(
        "isNotNull",
        arguments -> {
          arguments.require(1, 1);
          return new Value.Not(new Value.IsNull(arguments.get(0)));
        });
    for (String identity : List.of("assumeNotNull", "toNullable", "indexHint")) {
      table.function(
          identity,
          arguments -> {
            arguments.require(1, 1);
            return arguments.get(0);
          });
    }
    table.function("and", arguments -> new Value.And(truths(arguments)));
    table.function("or", arguments -> new Value.Or(truths(arguments)));
    table.function(
        "not",
        arguments -> {
          arguments.require(1, 1);
          return new Value.Not(arguments.as(0, Scalar.BOOLEAN));
        });
    table.function(
        "xor",
        arguments -> {
          arguments.require(2, 2);
          return new Value.Not(
              new Value.Compare(
                  Value.Comparator.EQUAL,
                  arguments.as(0, Scalar.BOOLEAN),
                  arguments.as(1, Scalar.BOOLEAN)));
        });
    comparison(table, "equals", Value.Comparator.EQUAL, false);
    comparison(table, "notEquals", Value.Comparator.EQUAL, true);
    comparison(table, "less", Value.Comparator.LESS, false);
    comparison(table, "lessOrEquals", Value.Comparator.LESS_OR_EQUAL, false);
    comparison(table, "greater", Value.Comparator.GREATER, false);
    comparison(table, "greaterOrEquals", Value.Comparator.GREATER_OR_EQUAL, false);
    comparison(table, "like", Value.Comparator.LIKE, false);
    comparison(table, "notLike", Value.Comparator.LIKE, true);
    comparison(table, "ilike", Value.Comparator.ILIKE, false);
    comparison(table, "notILike", Value.Comparator.ILIKE, true);
    comparison(table, "match", Value.Comparator.REGEX, false);
    table.function("in", LogicFunctions::in);
    table.function("notIn", arguments -> new Value.Not(in(arguments)));
    table.function("transform", LogicFunctions::transform);
  }

  private static void comparison(
      FunctionTable table, String name, Value.Comparator comparator, boolean negated) {
    table.function(
        name,
        arguments -> {
          arguments.require(2, 2);
          Value compared = Comparisons.compare(comparator, arguments);
          return negated ? new Value.Not(compared) : compared;
        });
  }

  private static List<Value> truths(Arguments arguments) {
    arguments.require(1, Integer.MAX_VALUE);
    List<Value> truths = new ArrayList<>();
    for (int index = 0; index < arguments.size(); index++) {
      truths.add(arguments.as(index, Scalar.BOOLEAN));
    }
    return truths;
  }

  private static Value multiIf(Arguments arguments) {
    arguments.require(3, Integer.MAX_VALUE);
    if (arguments.size() % 2 == 0) {
      throw arguments.wrong(
          "needs pairs of a condition and a value, and one last value: found "
              + arguments.size()
              + " arguments");
    }
    List<Value> results = new ArrayList<>();
    for (int index = 1; index < arguments.size(); index += 2) {
      results.add(arguments.get(index));
    }
    results.add(arguments.get(arguments.size() - 1));
    List<Value> common = arguments.coercion().toCommon(results, arguments.span());
    List<Value.Branch> branches = new ArrayList<>();
    for (int index = 0; index + 1 < arguments.size(); index += 2) {
      branches.add(new Value.Branch(arguments.as(index, Scalar.BOOLEAN), common.get(index / 2)));
    }
    return new Value.Choose(branches, common.getLast(), common.getLast().type());
  }

  private static Value coalesce(Arguments arguments) {
    arguments.require(1, Integer.MAX_VALUE);
    List<Value> options = arguments.coercion().toCommon(arguments.values(), arguments.span());
    return options.size() == 1
        ? options.getFirst()
        : new Value.Coalesce(options, options.getFirst().type());
  }

  private static Value nullIf(Arguments arguments) {
    arguments.require(2, 2);
    Value value = arguments.get(0);
    return new Value.Choose(
        List.of(
            new Value.Branch(
                Comparisons.compare(Value.Comparator.EQUAL, arguments),
                new Value.Missing(value.type()))),
        value,
        value.type());
  }

  private static Value in(Arguments arguments) {
    arguments.require(2, 2);
    return Comparisons.in(arguments.get(0), arguments.get(1), arguments);
  }

  // transform(x, [from...], [to...], otherwise)
  private static Value transform(Arguments arguments) {
    arguments.require(3, 4);
    if (!(arguments.get(1) instanceof Value.Elements(List<Value> from, Type _))
        || !(arguments.get(2) instanceof Value.Elements(List<Value> to, Type _))
        || from.size() != to.size()) {
      throw arguments.wrong("needs two arrays of the same length, written out");
    }
    List<Value> pieces = new ArrayList<>();
    for (int index = 0; index < from.size(); index++) {
      pieces.add(
          Comparisons.compare(
              Value.Comparator.EQUAL, arguments.with(List.of(arguments.get(0), from.get(index)))));
      pieces.add(to.get(index));
    }
    pieces.add(arguments.size() == 4 ? arguments.get(3) : arguments.get(0));
    return pieces.size() == 1 ? pieces.getFirst() : multiIf(arguments.with(pieces));
  }
}
