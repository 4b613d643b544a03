package dev.tenrec.query.hogql.tables;

import dev.tenrec.query.hogql.function.QueryContext;
import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Symbol;
import dev.tenrec.query.hogql.plan.Symbols;
import dev.tenrec.query.hogql.plan.TimeRange;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the columns that are needed of one lake table. */
final class LakeScan {
  private final QueryContext context;
  private final Symbols symbols;
  private final String table;
  private final Map<String, Symbol> columns = new LinkedHashMap<>();

  LakeScan(QueryContext context, Symbols symbols, String table) {
    this.context = context;
    this.symbols = symbols;
    this.table = table;
  }

  /** A column that every row has a value in. */
  Value column(String name, Type type) {
    return column(name, type, false);
  }

  Value column(String name, Type type, boolean nullable) {
    return new Value.Reference(
        columns.computeIfAbsent(name, _ -> symbols.make(name, type, nullable)));
  }

  Relation relation() {
    List<Relation.ScanColumn> scanned =
        columns.entrySet().stream()
            .map(column -> new Relation.ScanColumn(column.getKey(), column.getValue()))
            .toList();
    return new Relation.Scan(context.project(), table, scanned, TimeRange.ALWAYS);
  }
}
