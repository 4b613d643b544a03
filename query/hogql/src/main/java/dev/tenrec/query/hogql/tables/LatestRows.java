package dev.tenrec.query.hogql.tables;

import dev.tenrec.query.hogql.function.QueryContext;
import dev.tenrec.query.hogql.plan.Aggregation;
import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Symbol;
import dev.tenrec.query.hogql.plan.Symbols;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A lake table of versions: of each key the row with the highest version. */
final class LatestRows {
  private final Symbols symbols;
  private final LakeScan scan;
  private final Map<String, Relation.Assignment> keys = new LinkedHashMap<>();
  private final Map<String, Relation.AggregateAssignment> columns = new LinkedHashMap<>();

  LatestRows(QueryContext context, Symbols symbols, String table) {
    this.symbols = symbols;
    this.scan = new LakeScan(context, symbols, table);
  }

  /** A column of the key. All of them must be asked for. */
  Value key(String name, Type type) {
    return new Value.Reference(
        keys.computeIfAbsent(
                name,
                _ ->
                    new Relation.Assignment(
                        symbols.make(name, type, false), scan.column(name, type)))
            .symbol());
  }

  /** A column as the latest version has it. */
  Value column(String name, Type type) {
    return column(name, type, false);
  }

  Value column(String name, Type type, boolean nullable) {
    return new Value.Reference(
        columns
            .computeIfAbsent(
                name,
                _ -> latest(symbols.make(name, type, nullable), scan.column(name, type, nullable)))
            .symbol());
  }

  private Relation.AggregateAssignment latest(Symbol symbol, Value column) {
    Value version = scan.column("version", Scalar.INTEGER);
    return new Relation.AggregateAssignment(
        symbol,
        new Aggregation(
            "argMax",
            List.of(),
            List.of(column, version),
            false,
            List.of(),
            Optional.empty(),
            column.type(),
            column.nullable()));
  }

  Relation relation() {
    List<Relation.Assignment> assignments = new ArrayList<>(keys.values());
    List<Integer> all = new ArrayList<>();
    for (int index = 0; index < assignments.size(); index++) {
      all.add(index);
    }
    return new Relation.Aggregate(
        scan.relation(), assignments, List.of(all), List.copyOf(columns.values()));
  }
}
