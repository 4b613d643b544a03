package dev.tenrec.query.engine.duckdb;

import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Symbol;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Prints relations as SELECT statements, each around those it reads. */
final class RelationPrinter {
  private final ScanPrinter scans;
  private final ValuePrinter values;
  private final AggregationPrinter aggregations;

  RelationPrinter(ScanPrinter scans, ZonePrinter zones) {
    this.scans = scans;
    this.values = new ValuePrinter(this, zones);
    this.aggregations = new AggregationPrinter(values);
  }

  String print(Relation relation) {
    return switch (relation) {
      case Relation.Scan scan -> scans.print(scan);
      case Relation.Rows rows -> rows(rows);
      case Relation.Numbers(Symbol number, Value start, Value count) ->
          "SELECT range AS %s FROM range(%s, %s + %s)"
              .formatted(
                  Sql.name(number), values.print(start), values.print(start), values.print(count));
      case Relation.Filter(Relation input, Value condition) ->
          "SELECT * FROM %s WHERE %s".formatted(from(input), values.condition(condition));
      case Relation.Project(Relation input, List<Relation.Assignment> assignments) ->
          "SELECT %s FROM %s".formatted(assigned(assignments), from(input));
      case Relation.Aggregate aggregate -> aggregate(aggregate);
      case Relation.Windows(Relation input, List<Relation.WindowAssignment> windows) ->
          "SELECT *, %s FROM %s"
              .formatted(
                  windows.stream()
                      .map(
                          window ->
                              aggregations.print(window.function(), window.window())
                                  + " AS "
                                  + Sql.name(window.symbol()))
                      .collect(Collectors.joining(", ")),
                  from(input));
      case Relation.Join join -> join(join);
      case Relation.Combination combination -> combination(combination);
      case Relation.Distinct(Relation input) -> "SELECT DISTINCT * FROM " + from(input);
      case Relation.Sort sort -> sort(sort);
      case Relation.Unnest(Relation input, List<Relation.Assignment> arrays, boolean outer) ->
          "SELECT *, %s FROM %s"
              .formatted(
                  arrays.stream()
                      .map(array -> unnested(array, outer))
                      .collect(Collectors.joining(", ")),
                  from(input));
      case Relation.With(List<Relation.Shared> shared, Relation body) ->
          "WITH RECURSIVE %s %s"
              .formatted(
                  shared.stream().map(this::shared).collect(Collectors.joining(", ")), print(body));
      case Relation.SharedScan(String name, List<Symbol> outputs) ->
          "SELECT * FROM %s AS t(%s)".formatted(Sql.identifier(name), names(outputs));
    };
  }

  /** The relation as one column: that of a tuple when it stands for one. */
  String printSingle(Relation relation, boolean tuple) {
    return tuple
        ? "SELECT row(%s) FROM %s".formatted(names(relation.outputs()), from(relation))
        : print(relation);
  }

  private String from(Relation relation) {
    return "(" + print(relation) + ")";
  }

  private static String names(List<Symbol> symbols) {
    return symbols.stream().map(Sql::name).collect(Collectors.joining(", "));
  }

  private String assigned(List<Relation.Assignment> assignments) {
    return assignments.stream()
        .map(
            assignment -> values.print(assignment.value()) + " AS " + Sql.name(assignment.symbol()))
        .collect(Collectors.joining(", "));
  }

  private String rows(Relation.Rows rows) {
    if (rows.outputs().isEmpty()) {
      return "SELECT 1 AS nothing";
    }
    List<String> lines = new ArrayList<>();
    for (List<Value> row : rows.rows()) {
      List<String> cells = new ArrayList<>();
      for (int index = 0; index < row.size(); index++) {
        cells.add(
            "CAST(%s AS %s)"
                .formatted(
                    values.print(row.get(index)), Sql.type(rows.outputs().get(index).type())));
      }
      lines.add(cells.stream().collect(Collectors.joining(", ", "(", ")")));
    }
    return "SELECT * FROM (VALUES %s) AS t(%s)"
        .formatted(String.join(", ", lines), names(rows.outputs()));
  }

  private String aggregate(Relation.Aggregate aggregate) {
    List<String> columns = new ArrayList<>();
    for (Relation.Assignment key : aggregate.keys()) {
      columns.add(values.print(key.value()) + " AS " + Sql.name(key.symbol()));
    }
    for (Relation.AggregateAssignment one : aggregate.aggregates()) {
      columns.add(aggregations.print(one.aggregation()) + " AS " + Sql.name(one.symbol()));
    }
    String select =
        "SELECT %s FROM %s".formatted(String.join(", ", columns), from(aggregate.input()));
    if (aggregate.keys().isEmpty()) {
      return select;
    }
    boolean plain =
        aggregate.sets().size() == 1
            && aggregate.sets().getFirst().size() == aggregate.keys().size();
    return select
        + " GROUP BY "
        + (plain ? positions(aggregate.sets().getFirst()) : sets(aggregate));
  }

  private static String positions(List<Integer> keys) {
    return keys.stream().map(key -> Integer.toString(key + 1)).collect(Collectors.joining(", "));
  }

  private String sets(Relation.Aggregate aggregate) {
    return aggregate.sets().stream()
        .map(
            set ->
                set.stream()
                    .map(key -> values.print(aggregate.keys().get(key).value()))
                    .collect(Collectors.joining(", ", "(", ")")))
        .collect(Collectors.joining(", ", "GROUPING SETS (", ")"));
  }

  private String join(Relation.Join join) {
    String keyword =
        switch (join.kind()) {
          case INNER -> "INNER JOIN";
          case LEFT -> "LEFT JOIN";
          case RIGHT -> "RIGHT JOIN";
          case FULL -> "FULL JOIN";
          case CROSS -> "CROSS JOIN";
          case SEMI -> "SEMI JOIN";
          case ANTI -> "ANTI JOIN";
          case ASOF -> "ASOF JOIN";
          case ASOF_LEFT -> "ASOF LEFT JOIN";
          case POSITIONAL -> "POSITIONAL JOIN";
        };
    return "SELECT * FROM %s AS l %s %s AS r%s"
        .formatted(
            from(join.left()),
            keyword,
            from(join.right()),
            join.condition().map(condition -> " ON " + values.joinCondition(condition)).orElse(""));
  }

  private String combination(Relation.Combination combination) {
    String keyword =
        switch (combination.operator()) {
          case UNION_ALL -> "UNION ALL";
          case UNION -> "UNION";
          case INTERSECT_ALL -> "INTERSECT ALL";
          case INTERSECT -> "INTERSECT";
          case EXCEPT_ALL -> "EXCEPT ALL";
          case EXCEPT -> "EXCEPT";
        };
    return "SELECT * FROM ((%s) %s (%s)) AS t(%s)"
        .formatted(
            side(combination.left(), combination.outputs()),
            keyword,
            side(combination.right(), combination.outputs()),
            names(combination.outputs()));
  }

  // NULL alone has a type in DuckDB: both sides must have the same.
  private String side(Relation relation, List<Symbol> outputs) {
    List<String> columns = new ArrayList<>();
    for (int index = 0; index < outputs.size(); index++) {
      Symbol symbol = relation.outputs().get(index);
      columns.add(
          symbol.type() == Scalar.NOTHING
              ? "CAST(NULL AS " + Sql.type(outputs.get(index).type()) + ")"
              : Sql.name(symbol));
    }
    return "SELECT %s FROM %s".formatted(String.join(", ", columns), from(relation));
  }

  private String sort(Relation.Sort sort) {
    StringBuilder sql = new StringBuilder("SELECT * FROM ").append(from(sort.input()));
    if (!sort.keys().isEmpty()) {
      sql.append(" ORDER BY ").append(aggregations.keys(sort.keys()));
    }
    sort.slice()
        .ifPresent(
            slice -> {
              slice
                  .percent()
                  .ifPresent(percent -> sql.append(" LIMIT ").append(percent).append('%'));
              slice.count().ifPresent(count -> sql.append(" LIMIT ").append(count));
              if (slice.offset() > 0) {
                sql.append(" OFFSET ").append(slice.offset());
              }
            });
    return sql.toString();
  }

  private String unnested(Relation.Assignment array, boolean outer) {
    String list = values.print(array.value());
    return "unnest(%s) AS %s"
        .formatted(
            outer ? "CASE WHEN len(%s) > 0 THEN %s ELSE [NULL] END".formatted(list, list) : list,
            Sql.name(array.symbol()));
  }

  private String shared(Relation.Shared shared) {
    String head =
        Sql.identifier(shared.name()) + "(" + names(shared.relation().outputs()) + ") AS (";
    return shared
        .step()
        .map(
            step ->
                "%s(%s) %s (%s))"
                    .formatted(
                        head,
                        print(shared.relation()),
                        step.distinct() ? "UNION" : "UNION ALL",
                        print(step.relation())))
        .orElseGet(() -> head + print(shared.relation()) + ")");
  }
}
