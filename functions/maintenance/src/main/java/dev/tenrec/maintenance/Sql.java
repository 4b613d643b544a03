package dev.tenrec.maintenance;

import static java.util.stream.Collectors.joining;

import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.LakeTable.Duplicates.HighestVersionHolds;
import dev.tenrec.lake.LakeTable.Duplicates.NeverEnter;
import java.nio.file.Path;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;

/** The pieces of SQL that read and write the files of a table. */
final class Sql {
  private Sql() {}

  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  static String name(String column) {
    return "\"" + column + "\"";
  }

  static String names(List<String> columns) {
    return columns.stream().map(Sql::name).collect(joining(", "));
  }

  /** The rows of files, by field id: a column that a file lacks is null. */
  static String read(List<Path> files, Schema schema) {
    String columns =
        schema.columns().stream()
            .map(
                field ->
                    "%d: {name: %s, type: %s, default_value: NULL}"
                        .formatted(field.fieldId(), text(field.name()), text(type(field))))
            .collect(joining(", "));
    return "read_parquet([%s], schema = MAP {%s})"
        .formatted(
            files.stream().map(file -> text(file.toString())).collect(joining(", ")), columns);
  }

  /** The rows of a relation that fulfil a condition. */
  static String where(String relation, String condition) {
    return "(select * from %s where %s)".formatted(relation, condition);
  }

  private static String type(Types.NestedField field) {
    return switch (field.type().typeId()) {
      case STRING -> "VARCHAR";
      case LONG -> "BIGINT";
      case INTEGER -> "INTEGER";
      case BOOLEAN -> "BOOLEAN";
      case TIMESTAMP -> "TIMESTAMP";
      case LIST -> "VARCHAR[]";
      default ->
          throw new IllegalStateException(
              "column " + field.name() + " has the type " + field.type() + ": drop it");
    };
  }

  /** Whether a key comes twice in the rows of a relation: one row if so. */
  static String repeatedKey(String relation, LakeTable table) {
    String key = names(table.key());
    return "select 1 from %s group by %s having count(*) > 1 limit 1".formatted(relation, key);
  }

  /** One row of each key: the one with the highest version, else the earliest. */
  static String oneOfEachKey(String relation, LakeTable table) {
    String order =
        switch (table.duplicates()) {
          case HighestVersionHolds(String version) -> name(version) + " desc";
          case NeverEnter ignored -> name(table.dayColumn().orElse("project_id"));
        };
    return "(select * from %s qualify row_number() over (partition by %s order by %s) = 1)"
        .formatted(relation, names(table.key()), order);
  }

  /** Writes rows, in the order of the table, to a file with the field ids of the schema. */
  static String write(String rows, LakeTable table, Schema schema, Path file) {
    List<String> columns = schema.columns().stream().map(Types.NestedField::name).toList();
    String ids = schema.columns().stream().map(Sql::fieldId).collect(joining(", "));
    return "copy (select %s from %s order by %s) to %s (format parquet, compression zstd, field_ids {%s})"
        .formatted(names(columns), rows, names(table.sortedBy()), text(file.toString()), ids);
  }

  private static String fieldId(Types.NestedField field) {
    return field.type().isListType()
        ? "%s: {__duckdb_field_id: %d, element: %d}"
            .formatted(name(field.name()), field.fieldId(), field.type().asListType().elementId())
        : "%s: %d".formatted(name(field.name()), field.fieldId());
  }
}
