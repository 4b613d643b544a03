package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Rewrite;
import dev.tenrec.query.hogql.plan.Value;
import java.util.Optional;

/** Prunes the queries that stand inside values. */
final class QueryPruning {
  private QueryPruning() {}

  static Value prune(Value value) {
    return Rewrite.replace(
        value,
        part ->
            switch (part) {
              case Value.InQuery(Value operand, Relation query) ->
                  Optional.of(new Value.InQuery(prune(operand), TimePruning.prune(query)));
              case Value.QueryValue(Relation query) ->
                  Optional.of(new Value.QueryValue(TimePruning.prune(query)));
              case Value.QueryExists(Relation query) ->
                  Optional.of(new Value.QueryExists(TimePruning.prune(query)));
              default -> Optional.empty();
            });
  }
}
