package dev.tenrec.query.engine.duckdb;

import dev.tenrec.query.hogql.plan.Aggregation;
import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Rewrite;
import dev.tenrec.query.hogql.plan.Symbol;
import dev.tenrec.query.hogql.plan.Value;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts what is converted between time zones into columns of its own below, so that the conversion
 * can be written out with offsets: it names its operand many times.
 */
final class Staging {
  private int last;

  private Staging() {}

  static Relation stage(Relation relation) {
    return new Staging().staged(relation);
  }

  private Relation staged(Relation relation) {
    return switch (relation) {
      case Relation.Scan _, Relation.Rows _, Relation.Numbers _, Relation.SharedScan _ -> relation;
      case Relation.Filter filter -> filter(filter);
      case Relation.Project(Relation input, List<Relation.Assignment> assignments) ->
          project(staged(input), assignments);
      case Relation.Aggregate aggregate -> aggregate(aggregate);
      case Relation.Windows windows -> windows(windows);
      case Relation.Join(var kind, Relation left, Relation right, var condition, var within) ->
          new Relation.Join(kind, staged(left), staged(right), condition, within);
      case Relation.Combination(var operator, Relation left, Relation right, var outputs) ->
          new Relation.Combination(operator, staged(left), staged(right), outputs);
      case Relation.Distinct(Relation input) -> new Relation.Distinct(staged(input));
      case Relation.Sort(Relation input, var keys, var slice) ->
          new Relation.Sort(staged(input), keys, slice);
      case Relation.Unnest unnest -> unnest(unnest);
      case Relation.With(List<Relation.Shared> shared, Relation body) ->
          new Relation.With(
              shared.stream()
                  .map(
                      one ->
                          new Relation.Shared(
                              one.name(),
                              staged(one.relation()),
                              one.step()
                                  .map(
                                      step ->
                                          new Relation.Recursion(
                                              staged(step.relation()), step.distinct()))))
                  .toList(),
              staged(body));
    };
  }

  private Relation filter(Relation.Filter filter) {
    Stage stage = new Stage(staged(filter.input()));
    Value condition = stage.apply(filter.condition());
    return stage.without(new Relation.Filter(stage.relation(), condition), filter.outputs());
  }

  private Relation windows(Relation.Windows windows) {
    Stage stage = new Stage(staged(windows.input()));
    List<Relation.WindowAssignment> changed = new ArrayList<>();
    for (Relation.WindowAssignment window : windows.windows()) {
      changed.add(
          new Relation.WindowAssignment(
              window.symbol(),
              Rewrite.aggregation(window.function(), stage::replacement),
              Rewrite.window(window.window(), stage::replacement)));
    }
    return stage.without(new Relation.Windows(stage.relation(), changed), windows.outputs());
  }

  private Relation unnest(Relation.Unnest unnest) {
    Stage stage = new Stage(staged(unnest.input()));
    List<Relation.Assignment> changed = new ArrayList<>();
    for (Relation.Assignment array : unnest.arrays()) {
      changed.add(new Relation.Assignment(array.symbol(), stage.apply(array.value())));
    }
    return stage.without(
        new Relation.Unnest(stage.relation(), changed, unnest.outer()), unnest.outputs());
  }

  private Relation project(Relation input, List<Relation.Assignment> assignments) {
    Stage stage = new Stage(input);
    List<Relation.Assignment> changed = new ArrayList<>();
    for (Relation.Assignment assignment : assignments) {
      changed.add(new Relation.Assignment(assignment.symbol(), stage.apply(assignment.value())));
    }
    return new Relation.Project(stage.relation(), changed);
  }

  private Relation aggregate(Relation.Aggregate aggregate) {
    Stage stage = new Stage(staged(aggregate.input()));
    List<Relation.Assignment> keys = new ArrayList<>();
    for (Relation.Assignment key : aggregate.keys()) {
      keys.add(new Relation.Assignment(key.symbol(), stage.apply(key.value())));
    }
    List<Relation.AggregateAssignment> aggregates = new ArrayList<>();
    for (Relation.AggregateAssignment one : aggregate.aggregates()) {
      Aggregation aggregation = Rewrite.aggregation(one.aggregation(), stage::replacement);
      aggregates.add(new Relation.AggregateAssignment(one.symbol(), aggregation));
    }
    return new Relation.Aggregate(stage.relation(), keys, aggregate.sets(), aggregates);
  }

  /** The columns added below one relation, innermost first. */
  private final class Stage {
    private final Map<Value, Value> columns = new LinkedHashMap<>();
    private Relation relation;

    Stage(Relation relation) {
      this.relation = relation;
    }

    Relation relation() {
      return relation;
    }

    /** The relation without the columns that were only added here. */
    Relation without(Relation above, List<Symbol> outputs) {
      return columns.isEmpty() ? above : new Relation.Project(above, passed(outputs));
    }

    private static List<Relation.Assignment> passed(List<Symbol> outputs) {
      List<Relation.Assignment> assignments = new ArrayList<>();
      outputs.forEach(
          output -> assignments.add(new Relation.Assignment(output, new Value.Reference(output))));
      return assignments;
    }

    Value apply(Value value) {
      return Rewrite.replace(value, this::replacement);
    }

    // A lambda's parameter is no column: what depends on one stays where it is.
    Optional<Value> replacement(Value part) {
      return switch (part) {
        case Value.Lambda lambda -> Optional.of(lambda);
        case Value.Local(Value moment, var zone) when needsStage(moment, zone) ->
            Optional.of(new Value.Local(column(moment), zone));
        case Value.Universal(Value local, var zone) when needsStage(local, zone) ->
            Optional.of(new Value.Universal(column(local), zone));
        default -> Optional.empty();
      };
    }

    private boolean needsStage(Value value, ZoneId zone) {
      return !zone.getRules().isFixedOffset() && !ValuePrinter.isCheap(value);
    }

    private Value column(Value value) {
      Value known = columns.get(value);
      if (known != null) {
        return known;
      }
      Value inner = apply(value);
      last--;
      Symbol symbol = new Symbol(last, "stage", inner.type(), inner.nullable());
      List<Relation.Assignment> assignments = passed(relation.outputs());
      assignments.add(new Relation.Assignment(symbol, inner));
      relation = new Relation.Project(relation, assignments);
      Value reference = new Value.Reference(symbol);
      columns.put(value, reference);
      return reference;
    }
  }
}
