package dev.tenrec.query.engine.duckdb;

import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;

/** Prints conversions: what cannot be read as the type asked for becomes null. */
final class Conversions {
  private static final Template WHOLE_OF_TEXT =
      new Template(
          "coalesce(CASE WHEN regexp_full_match($1, '\\s*[-+]?\\d{1,18}\\s*')"
              + " THEN TRY_CAST($1 AS BIGINT) END,"
              + " TRY_CAST(trunc(TRY_CAST($1 AS DOUBLE)) AS BIGINT))");
  private static final Template TRUTH_OF_TEXT =
      new Template(
          "CASE lower($1) WHEN 'true' THEN true WHEN '1' THEN true"
              + " WHEN 'false' THEN false WHEN '0' THEN false END");
  private static final Template UUID_OF_TEXT =
      new Template(
          "CASE WHEN regexp_full_match($1,"
              + " '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}') THEN lower($1) END");
  // 5 and not 5.0: on every engine a number has one text.
  private static final Template TEXT_OF_FLOAT =
      new Template(
          "CASE WHEN $1 = trunc($1) AND abs($1) < 1e15"
              + " THEN CAST(CAST($1 AS BIGINT) AS VARCHAR) ELSE CAST($1 AS VARCHAR) END");

  private Conversions() {}

  static String print(String value, Type from, Type to) {
    if (from instanceof Type.ArrayOf(Type own) && to instanceof Type.ArrayOf(Type element)) {
      String converted = print("e", own, element);
      return converted.equals("e")
          ? "CAST(" + value + " AS " + Sql.type(to) + ")"
          : "list_transform(" + value + ", lambda e: " + converted + ")";
    }
    if (from instanceof Scalar own && to instanceof Scalar target) {
      return print(value, own, target);
    }
    return to == Scalar.STRING
        ? "CAST(to_json(" + value + ") AS VARCHAR)"
        : "CAST(" + value + " AS " + Sql.type(to) + ")";
  }

  private static String print(String value, Scalar from, Scalar to) {
    return switch (to) {
      case STRING -> text(value, from);
      case UUID -> from.isTextual() ? fill(UUID_OF_TEXT, value) : text(value, from);
      case JSON ->
          from == Scalar.JSON
              ? value
              : "CASE WHEN json_valid(" + value + ") THEN " + value + " END";
      case INTEGER -> whole(value, from);
      case FLOAT -> "TRY_CAST(" + value + " AS DOUBLE)";
      case BOOLEAN -> from.isTextual() ? fill(TRUTH_OF_TEXT, value) : "(" + value + " <> 0)";
      case DATE -> from.isTextual() ? dayOfText(value) : "CAST(" + value + " AS DATE)";
      case DATETIME ->
          from.isTextual()
              ? "(TRY_CAST(" + value + " AS TIMESTAMPTZ) AT TIME ZONE 'UTC')"
              : "CAST(" + value + " AS TIMESTAMP)";
      case LOCAL -> "TRY_CAST(" + value + " AS TIMESTAMP)";
      case INTERVAL, NOTHING -> "CAST(" + value + " AS " + Sql.type(to) + ")";
    };
  }

  private static String dayOfText(String value) {
    return "CAST(TRY_CAST(" + value + " AS TIMESTAMP) AS DATE)";
  }

  private static String text(String value, Scalar from) {
    if (from.isTextual()) {
      return value;
    }
    return from == Scalar.FLOAT ? fill(TEXT_OF_FLOAT, value) : "CAST(" + value + " AS VARCHAR)";
  }

  private static String whole(String value, Scalar from) {
    if (from.isTextual()) {
      return fill(WHOLE_OF_TEXT, value);
    }
    return from == Scalar.FLOAT
        ? "TRY_CAST(trunc(" + value + ") AS BIGINT)"
        : "CAST(" + value + " AS BIGINT)";
  }

  private static String fill(Template template, String value) {
    return template.fill(java.util.List.of(value));
  }
}
