package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.plan.Rewrite;
import dev.tenrec.query.hogql.plan.Value;
import java.util.ArrayList;
import java.util.List;

/** Resolves GROUP BY in all its forms to keys and sets of keys. */
final class GroupingResolver {
  private static final int MOST_CUBE_KEYS = 8;

  private final ExpressionResolver expressions;
  private final List<SelectAssembly.Column> columns;

  GroupingResolver(ExpressionResolver expressions, List<SelectAssembly.Column> columns) {
    this.expressions = expressions;
    this.columns = columns;
  }

  SelectAssembly.Grouping resolve(Query.Grouping grouping) {
    return switch (grouping) {
      case Query.Grouping.By(List<Expression> keys) -> {
        List<Value> values = new ArrayList<>();
        indexes(keys, values);
        yield new SelectAssembly.Grouping(values, List.of(all(values.size())));
      }
      case Query.Grouping.All _ -> all();
      case Query.Grouping.Cube(List<Expression> keys) -> cube(keys);
      case Query.Grouping.Rollup(List<Expression> keys) -> {
        List<Value> values = new ArrayList<>();
        List<Integer> indexes = indexes(keys, values);
        List<List<Integer>> sets = new ArrayList<>();
        for (int size = indexes.size(); size >= 0; size--) {
          sets.add(List.copyOf(indexes.subList(0, size)));
        }
        yield new SelectAssembly.Grouping(values, sets);
      }
      case Query.Grouping.Sets(List<List<Expression>> sets) -> {
        List<Value> values = new ArrayList<>();
        List<List<Integer>> indexes = new ArrayList<>();
        sets.forEach(set -> indexes.add(indexes(set, values)));
        yield new SelectAssembly.Grouping(values, indexes);
      }
    };
  }

  private SelectAssembly.Grouping all() {
    List<Value> keys =
        columns.stream()
            .map(SelectAssembly.Column::value)
            .filter(
                value ->
                    !Rewrite.contains(
                        value,
                        part -> part instanceof Value.Aggregated || part instanceof Value.Windowed))
            .distinct()
            .toList();
    return new SelectAssembly.Grouping(keys, List.of(all(keys.size())));
  }

  private SelectAssembly.Grouping cube(List<Expression> keys) {
    if (keys.size() > MOST_CUBE_KEYS) {
      throw new HogqlException(
          Code.TOO_LARGE,
          "CUBE takes at most %d keys: use GROUPING SETS".formatted(MOST_CUBE_KEYS),
          keys.getFirst().span());
    }
    List<Value> values = new ArrayList<>();
    List<Integer> indexes = indexes(keys, values);
    List<List<Integer>> sets = new ArrayList<>();
    for (int mask = (1 << indexes.size()) - 1; mask >= 0; mask--) {
      List<Integer> set = new ArrayList<>();
      for (int bit = 0; bit < indexes.size(); bit++) {
        if ((mask & (1 << bit)) != 0) {
          set.add(indexes.get(bit));
        }
      }
      sets.add(set);
    }
    return new SelectAssembly.Grouping(values, sets);
  }

  // Equal keys are one key.
  private List<Integer> indexes(List<Expression> keys, List<Value> values) {
    List<Integer> indexes = new ArrayList<>();
    for (Expression key : flattened(keys)) {
      Value value = SelectResolver.position(key, columns).orElseGet(() -> expressions.resolve(key));
      SelectResolver.rejectAggregates(value, "GROUP BY", key.span());
      int index = values.indexOf(value);
      if (index < 0) {
        index = values.size();
        values.add(value);
      }
      if (!indexes.contains(index)) {
        indexes.add(index);
      }
    }
    return indexes;
  }

  // GROUP BY (a, b) groups by both.
  private static List<Expression> flattened(List<Expression> keys) {
    return keys.stream()
        .flatMap(
            key ->
                key instanceof Expression.Tuple(Span _, List<Expression> elements)
                    ? elements.stream()
                    : java.util.stream.Stream.of(key))
        .toList();
  }

  private static List<Integer> all(int size) {
    List<Integer> all = new ArrayList<>();
    for (int index = 0; index < size; index++) {
      all.add(index);
    }
    return all;
  }
}
