package dev.tenrec.query.insights.placeholders;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.insights.properties.PropertySource;
import java.util.Optional;

/**
 * A table that {@code {filters}} can stand for a condition on.
 *
 * @param time the column that dates bound
 * @param properties where the properties of filters are read from
 */
record FilteredTable(String time, PropertySource properties) {
  static FilteredTable of(Optional<String> table, Span span) {
    return switch (table.orElse("")) {
      case "events", "exceptions" -> new FilteredTable("timestamp", PropertySource.events());
      case "sessions" -> new FilteredTable("$start_timestamp", PropertySource.sessions());
      case "groups" -> new FilteredTable("created_at", PropertySource.groups());
      case "" -> throw refused("a query or nothing", span);
      case String other -> throw refused(other, span);
    };
  }

  private static HogqlException refused(String table, Span span) {
    return new HogqlException(
        Code.UNRESOLVED_PLACEHOLDER,
        "{filters} can stand where FROM reads events, exceptions, sessions or groups, not %s: move it into the subquery that does"
            .formatted(table),
        span);
  }
}
