package dev.tenrec.query.hogql.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Replaces parts of values, and visits them. Relations inside values are left alone. */
public final class Rewrite {
  private Rewrite() {}

  /**
   * The value with parts replaced, from the outside in: what {@code replacement} gives for a part
   * is taken as it is, and where it gives nothing the part's own parts are asked for.
   */
  public static Value replace(Value value, Function<Value, Optional<Value>> replacement) {
    return replacement.apply(value).orElseGet(() -> rebuild(value, replacement));
  }

  /** Visits the value and all its parts, from the outside in. */
  public static void visit(Value value, Consumer<Value> visitor) {
    replace(
        value,
        part -> {
          visitor.accept(part);
          return Optional.empty();
        });
  }

  /** Whether the value or any of its parts is such. */
  public static boolean contains(Value value, Function<Value, Boolean> test) {
    boolean[] found = {false};
    replace(
        value,
        part -> {
          found[0] = found[0] || test.apply(part);
          return found[0] ? Optional.of(part) : Optional.empty();
        });
    return found[0];
  }

  private static Value rebuild(Value value, Function<Value, Optional<Value>> replacement) {
    return switch (value) {
      case Value.Text _,
          Value.Whole _,
          Value.Real _,
          Value.Truth _,
          Value.Moment _,
          Value.Day _,
          Value.Clock _,
          Value.Missing _,
          Value.Reference _,
          Value.QueryValue _,
          Value.QueryExists _ ->
          value;
      case Value.Apply(var function, var arguments, var type, var nullable) ->
          new Value.Apply(function, all(arguments, replacement), type, nullable);
      case Value.Compare(var comparator, var left, var right) ->
          new Value.Compare(comparator, replace(left, replacement), replace(right, replacement));
      case Value.And(var operands) -> new Value.And(all(operands, replacement));
      case Value.Or(var operands) -> new Value.Or(all(operands, replacement));
      case Value.Not(var operand) -> new Value.Not(replace(operand, replacement));
      case Value.IsNull(var operand) -> new Value.IsNull(replace(operand, replacement));
      case Value.Choose(var branches, var otherwise, var type) ->
          new Value.Choose(
              branches.stream()
                  .map(
                      branch ->
                          new Value.Branch(
                              replace(branch.when(), replacement),
                              replace(branch.then(), replacement)))
                  .toList(),
              replace(otherwise, replacement),
              type);
      case Value.Coalesce(var options, var type) ->
          new Value.Coalesce(all(options, replacement), type);
      case Value.Convert(var operand, var type) ->
          new Value.Convert(replace(operand, replacement), type);
      case Value.Property(var column, var document, var path) ->
          new Value.Property(
              column.map(present -> replace(present, replacement)),
              replace(document, replacement),
              path);
      case Value.Document(var promoted, var rest) ->
          new Value.Document(
              promoted.stream()
                  .map(
                      one -> new Value.Promoted(one.property(), replace(one.column(), replacement)))
                  .toList(),
              replace(rest, replacement));
      case Value.InList(var operand, var options) ->
          new Value.InList(replace(operand, replacement), all(options, replacement));
      case Value.InQuery(var operand, var query) ->
          new Value.InQuery(replace(operand, replacement), query);
      case Value.Elements(var elements, var type) ->
          new Value.Elements(all(elements, replacement), type);
      case Value.Tuple(var elements) -> new Value.Tuple(all(elements, replacement));
      case Value.Lambda(var parameters, var body) ->
          new Value.Lambda(parameters, replace(body, replacement));
      case Value.Duration(var unit, var count) ->
          new Value.Duration(unit, replace(count, replacement));
      case Value.InZone(var moment, var zone) ->
          new Value.InZone(replace(moment, replacement), zone);
      case Value.Local(var moment, var zone) -> new Value.Local(replace(moment, replacement), zone);
      case Value.Universal(var local, var zone) ->
          new Value.Universal(replace(local, replacement), zone);
      case Value.Aggregated(var aggregation) ->
          new Value.Aggregated(aggregation(aggregation, replacement));
      case Value.Windowed(var function, var window) ->
          new Value.Windowed(aggregation(function, replacement), window(window, replacement));
      case Value.Unnested(var array) -> new Value.Unnested(replace(array, replacement));
    };
  }

  private static List<Value> all(List<Value> values, Function<Value, Optional<Value>> replacement) {
    List<Value> replaced = new ArrayList<>(values.size());
    values.forEach(value -> replaced.add(replace(value, replacement)));
    return replaced;
  }

  /** The aggregation with parts of its values replaced. */
  public static Aggregation aggregation(
      Aggregation aggregation, Function<Value, Optional<Value>> replacement) {
    return aggregation.with(
        all(aggregation.arguments(), replacement),
        keys(aggregation.order(), replacement),
        aggregation.filter().map(filter -> replace(filter, replacement)));
  }

  /** The window with parts of its values replaced. */
  public static WindowFrame window(
      WindowFrame window, Function<Value, Optional<Value>> replacement) {
    return new WindowFrame(
        all(window.partitionBy(), replacement),
        keys(window.orderBy(), replacement),
        window.frame());
  }

  private static List<SortKey> keys(
      List<SortKey> keys, Function<Value, Optional<Value>> replacement) {
    return keys.stream()
        .map(
            key ->
                new SortKey(replace(key.value(), replacement), key.descending(), key.nullsFirst()))
        .toList();
  }
}
