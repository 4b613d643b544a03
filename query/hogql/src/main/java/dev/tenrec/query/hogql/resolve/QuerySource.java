package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Symbol;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import dev.tenrec.query.hogql.tables.Field;
import dev.tenrec.query.hogql.tables.JsonDocument;
import dev.tenrec.query.hogql.tables.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A query in a FROM clause. */
final class QuerySource implements Source {
  private final Resolved query;
  private final Map<String, Symbol> symbols = new LinkedHashMap<>();
  private final List<String> names;

  QuerySource(Resolved query) {
    this.query = query;
    names = query.columns().stream().map(Resolved.Column::name).distinct().toList();
    query.columns().forEach(column -> symbols.putIfAbsent(column.name(), column.symbol()));
    query.columns().forEach(column -> symbols.putIfAbsent(column.shortName(), column.symbol()));
  }

  Resolved query() {
    return query;
  }

  @Override
  public Optional<Field> field(String name) {
    return Optional.ofNullable(symbols.get(name))
        .map(
            symbol ->
                symbol.type() == Scalar.JSON
                    ? new JsonDocument(() -> new Value.Reference(symbol))
                    : new Field.Plain(new Value.Reference(symbol)));
  }

  @Override
  public List<String> starred() {
    return names;
  }

  @Override
  public Set<String> names() {
    return symbols.keySet();
  }

  @Override
  public Relation relation() {
    return query.relation();
  }
}
