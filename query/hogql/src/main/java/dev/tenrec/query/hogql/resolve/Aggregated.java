package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.plan.Aggregation;
import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Rewrite;
import dev.tenrec.query.hogql.plan.Symbol;
import dev.tenrec.query.hogql.plan.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What values become above a grouping: keys and aggregates are columns, nothing else is left. */
final class Aggregated {
  private final Map<Value, Symbol> keys = new HashMap<>();
  private final Map<Aggregation, Symbol> aggregates = new HashMap<>();
  private final Set<Symbol> outputs = new HashSet<>();

  Aggregated(
      List<Relation.Assignment> keyAssignments,
      List<Relation.AggregateAssignment> aggregateAssignments) {
    keyAssignments.forEach(key -> keys.put(key.value(), key.symbol()));
    aggregateAssignments.forEach(
        aggregate -> aggregates.put(aggregate.aggregation(), aggregate.symbol()));
    outputs.addAll(keys.values());
    outputs.addAll(aggregates.values());
  }

  Value replace(Value value) {
    return Rewrite.replace(
        value,
        part -> {
          if (part instanceof Value.Aggregated(Aggregation aggregation)) {
            return Optional.of(new Value.Reference(aggregates.get(aggregation)));
          }
          return Optional.ofNullable(keys.get(part)).map(Value.Reference::new);
        });
  }

  /** Fails when the value needs a column that the grouping does not give. */
  void check(Value value, String name, Span span) {
    Set<Symbol> parameters = new HashSet<>();
    Rewrite.visit(
        value,
        part -> {
          if (part instanceof Value.Lambda(List<Symbol> own, Value _)) {
            parameters.addAll(own);
          }
        });
    Rewrite.visit(
        replace(value),
        part -> {
          if (part instanceof Value.Reference(Symbol symbol)
              && !outputs.contains(symbol)
              && !parameters.contains(symbol)) {
            throw new HogqlException(
                Code.INVALID_QUERY,
                "'%s' needs the column '%s': add it to GROUP BY, or put it into an aggregate"
                    .formatted(name, symbol.name()),
                span);
          }
        });
  }
}
