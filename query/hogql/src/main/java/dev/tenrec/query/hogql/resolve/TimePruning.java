package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Symbol;
import dev.tenrec.query.hogql.plan.TimeRange;
import dev.tenrec.query.hogql.plan.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives every scan the time that its conditions leave, so that whole files need not be read. The
 * conditions stay where they are; a range may be too wide, never too narrow.
 */
final class TimePruning {
  private static final Set<String> DAY_COLUMNS = Set.of("timestamp", "received_at");

  private TimePruning() {}

  static Relation prune(Relation relation) {
    return prune(relation, Map.of());
  }

  private static Relation prune(Relation relation, Map<Symbol, TimeRange> ranges) {
    return switch (relation) {
      case Relation.Scan scan -> pruned(scan, ranges);
      case Relation.Rows rows -> rows;
      case Relation.Numbers numbers -> numbers;
      case Relation.SharedScan shared -> shared;
      case Relation.Filter(Relation input, Value condition) -> {
        Map<Symbol, TimeRange> narrower = new HashMap<>(ranges);
        TimeConditions.of(condition)
            .forEach((symbol, range) -> narrower.merge(symbol, range, TimeRange::and));
        yield new Relation.Filter(prune(input, narrower), QueryPruning.prune(condition));
      }
      case Relation.Project(Relation input, List<Relation.Assignment> assignments) ->
          new Relation.Project(prune(input, through(assignments, ranges)), assignments);
      case Relation.Aggregate aggregate ->
          new Relation.Aggregate(
              prune(
                  aggregate.input(),
                  aggregate.sets().size() == 1 ? through(aggregate.keys(), ranges) : Map.of()),
              aggregate.keys(),
              aggregate.sets(),
              aggregate.aggregates());
      case Relation.Windows(Relation input, List<Relation.WindowAssignment> windows) ->
          new Relation.Windows(prune(input), windows);
      case Relation.Join join -> {
        Relation left = prune(join.left(), keepsLeft(join.kind()) ? ranges : Map.of());
        Relation right = prune(join.right(), keepsRight(join.kind()) ? ranges : Map.of());
        yield new Relation.Join(
            join.kind(),
            left,
            join.within().map(within -> near(right, time(left).around(within))).orElse(right),
            join.condition(),
            join.within());
      }
      case Relation.Combination(
              var operator,
              Relation left,
              Relation right,
              List<Symbol> outputs) ->
          new Relation.Combination(
              operator,
              prune(left, moved(outputs, left.outputs(), ranges)),
              prune(right, moved(outputs, right.outputs(), ranges)),
              outputs);
      case Relation.Distinct(Relation input) -> new Relation.Distinct(prune(input, ranges));
      case Relation.Sort sort ->
          new Relation.Sort(
              prune(sort.input(), sort.slice().isEmpty() ? ranges : Map.of()),
              sort.keys(),
              sort.slice());
      case Relation.Unnest(Relation input, List<Relation.Assignment> arrays, boolean outer) ->
          new Relation.Unnest(prune(input, ranges), arrays, outer);
      case Relation.With(List<Relation.Shared> shared, Relation body) ->
          new Relation.With(
              shared.stream()
                  .map(
                      one ->
                          new Relation.Shared(
                              one.name(),
                              prune(one.relation()),
                              one.step()
                                  .map(
                                      step ->
                                          new Relation.Recursion(
                                              prune(step.relation()), step.distinct()))))
                  .toList(),
              prune(body, ranges));
    };
  }

  private static Relation pruned(Relation.Scan scan, Map<Symbol, TimeRange> ranges) {
    TimeRange range = scan.range();
    for (Relation.ScanColumn column : scan.columns()) {
      if (DAY_COLUMNS.contains(column.column()) && ranges.containsKey(column.symbol())) {
        range = range.and(ranges.get(column.symbol()));
      }
    }
    return new Relation.Scan(scan.project(), scan.table(), scan.columns(), range);
  }

  // The time that is left of the events on the left side of joins.
  private static TimeRange time(Relation relation) {
    return switch (relation) {
      case Relation.Scan scan -> scan.range();
      case Relation.Filter(Relation input, var _) -> time(input);
      case Relation.Join join -> time(join.left());
      default -> TimeRange.ALWAYS;
    };
  }

  // What is made of events that are far from the range does not matter.
  private static Relation near(Relation relation, TimeRange range) {
    return switch (relation) {
      case Relation.Scan(long project, String table, var columns, TimeRange own) ->
          new Relation.Scan(project, table, columns, own.and(range));
      case Relation.Filter(Relation input, var condition) ->
          new Relation.Filter(near(input, range), condition);
      case Relation.Aggregate(Relation input, var keys, var sets, var aggregates) ->
          new Relation.Aggregate(near(input, range), keys, sets, aggregates);
      case Relation.Join(var kind, Relation left, Relation right, var condition, var within) ->
          new Relation.Join(kind, near(left, range), right, condition, within);
      default -> relation;
    };
  }

  // A condition on a column that only passes the input's on is one on the input's.
  private static Map<Symbol, TimeRange> through(
      List<Relation.Assignment> assignments, Map<Symbol, TimeRange> ranges) {
    Map<Symbol, TimeRange> inside = new HashMap<>();
    for (Relation.Assignment assignment : assignments) {
      TimeRange range = ranges.get(assignment.symbol());
      if (range != null) {
        TimeConditions.monotone(assignment.value(), range)
            .forEach((symbol, bound) -> inside.merge(symbol, bound, TimeRange::and));
      }
    }
    return inside;
  }

  private static Map<Symbol, TimeRange> moved(
      List<Symbol> from, List<Symbol> to, Map<Symbol, TimeRange> ranges) {
    Map<Symbol, TimeRange> moved = new HashMap<>();
    for (int index = 0; index < from.size(); index++) {
      TimeRange range = ranges.get(from.get(index));
      if (range != null) {
        moved.put(to.get(index), range);
      }
    }
    return moved;
  }

  // Above the join the condition holds for the joined row; a side may be pruned by it unless rows
  // that lose their partner by that would stay.
  private static boolean keepsLeft(Relation.Join.Kind kind) {
    return switch (kind) {
      case INNER, LEFT, CROSS, SEMI, ANTI -> true;
      case RIGHT, FULL, ASOF, ASOF_LEFT, POSITIONAL -> false;
    };
  }

  private static boolean keepsRight(Relation.Join.Kind kind) {
    return switch (kind) {
      case INNER, RIGHT, CROSS -> true;
      case LEFT, FULL, SEMI, ANTI, ASOF, ASOF_LEFT, POSITIONAL -> false;
    };
  }
}
