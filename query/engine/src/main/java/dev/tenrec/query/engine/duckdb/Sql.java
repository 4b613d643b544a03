package dev.tenrec.query.engine.duckdb;

import dev.tenrec.query.hogql.plan.Symbol;
import dev.tenrec.query.hogql.plan.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names, constants and types in DuckDB's SQL. Every constant is self-contained. */
final class Sql {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private Sql() {}

  /** A column of the plan. */
  static String name(Symbol symbol) {
    return symbol.id() < 0 ? "s" + -symbol.id() : "c" + symbol.id();
  }

  /** A name as it is called in a file or catalog. */
  static String identifier(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** A text. The character NUL would end the statement, so it is put together around it. */
  static String text(String text) {
    if (text.indexOf('\0') < 0) {
      return quoted(text);
    }
    return "("
        + List.of(text.split("\0", -1)).stream()
            .map(Sql::quoted)
            .collect(Collectors.joining(" || chr(0) || "))
        + ")";
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String whole(long value) {
    return "CAST(" + value + " AS BIGINT)";
  }

  static String real(double value) {
    if (Double.isNaN(value)) {
      return "CAST('nan' AS DOUBLE)";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "CAST('inf' AS DOUBLE)" : "CAST('-inf' AS DOUBLE)";
    }
    return "CAST(" + value + " AS DOUBLE)";
  }

  static String moment(Instant moment) {
    return clock(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
  }

  static String clock(LocalDateTime clock) {
    if (clock.getYear() < 1 || clock.getYear() > 9999) {
      Instant moment = clock.toInstant(ZoneOffset.UTC);
      long micros = moment.getEpochSecond() * 1_000_000 + moment.getNano() / 1000;
      return "make_timestamp(" + micros + ")";
    }
    return "TIMESTAMP '" + TIMESTAMP.format(clock) + "'";
  }

  static String day(LocalDate day) {
    return "CAST(" + clock(day.atStartOfDay()) + " AS DATE)";
  }

  static String type(Type type) {
    return switch (type) {
      case Type.Scalar scalar ->
          switch (scalar) {
            case STRING, UUID, JSON -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case FLOAT -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case DATETIME, LOCAL -> "TIMESTAMP";
            case INTERVAL -> "INTERVAL";
            case NOTHING -> "INTEGER";
          };
      case Type.ArrayOf(Type element) -> type(element) + "[]";
      case Type.TupleOf(List<Type> elements) ->
          elements.stream().map(Sql::type).collect(Collectors.joining(", ", "TUPLE(", ")"));
    };
  }
}
