package dev.tenrec.lake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** Definitions as Iceberg knows them. */
final class IcebergSchema {
  private IcebergSchema() {}

  /** The schema a new table is created with; Iceberg gives the ids their final values. */
  static Schema of(LakeTable table) {
    List<Types.NestedField> fields = new ArrayList<>();
    int id = 1;
    int elementId = table.columns().size() + 1;
    for (LakeColumn column : table.columns()) {
      Type type = column.type() == LakeColumn.Type.STRINGS ? strings(elementId++) : type(column);
      fields.add(
          column.required()
              ? Types.NestedField.required(id, column.name(), type)
              : Types.NestedField.optional(id, column.name(), type));
      id++;
    }
    return new Schema(fields);
  }

  private static Type type(LakeColumn column) {
    return switch (column.type()) {
      case STRING -> Types.StringType.get();
      case LONG -> Types.LongType.get();
      case INT -> Types.IntegerType.get();
      case BOOLEAN -> Types.BooleanType.get();
      case TIMESTAMP -> Types.TimestampType.withoutZone();
      case STRINGS -> strings(0);
    };
  }

  private static Type strings(int elementId) {
    return Types.ListType.ofRequired(elementId, Types.StringType.get());
  }

  /** A column of a table as it is in the catalog, which owners may have given further columns. */
  static LakeColumn column(Types.NestedField field, Map<String, LakeColumn> defined) {
    LakeColumn definition = defined.get(field.name());
    if (definition != null) {
      return definition;
    }
    return new LakeColumn(field.name(), type(field), field.isRequired(), false);
  }

  private static LakeColumn.Type type(Types.NestedField field) {
    return switch (field.type().typeId()) {
      case STRING -> LakeColumn.Type.STRING;
      case LONG -> LakeColumn.Type.LONG;
      case INTEGER -> LakeColumn.Type.INT;
      case BOOLEAN -> LakeColumn.Type.BOOLEAN;
      case TIMESTAMP -> LakeColumn.Type.TIMESTAMP;
      case LIST -> LakeColumn.Type.STRINGS;
      default ->
          throw new IllegalStateException(
              "column "
                  + field.name()
                  + " has the type "
                  + field.type()
                  + ", which Tenrec does not read: drop it or use string, long, int, boolean or"
                  + " timestamp");
    };
  }

  /** How a table's files and metadata are kept. */
  static Map<String, String> properties(LakeTable table) {
    Map<String, String> properties = new HashMap<>();
    properties.put(TableProperties.FORMAT_VERSION, "2");
    properties.put(TableProperties.PARQUET_COMPRESSION, "zstd");
    properties.put(TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED, "true");
    properties.put(TableProperties.METADATA_PREVIOUS_VERSIONS_MAX, "20");
    properties.put(TableProperties.COMMIT_NUM_RETRIES, "20");
    properties.put(TableProperties.COMMIT_MIN_RETRY_WAIT_MS, "50");
    properties.put(TableProperties.COMMIT_MAX_RETRY_WAIT_MS, "2000");
    // Other engines that delete or update rows must rewrite the files: readers then need no
    // knowledge of delete files.
    properties.put(TableProperties.DELETE_MODE, "copy-on-write");
    properties.put(TableProperties.UPDATE_MODE, "copy-on-write");
    properties.put(TableProperties.MERGE_MODE, "copy-on-write");
    properties.put(TableProperties.DEFAULT_WRITE_METRICS_MODE, "none");
    for (LakeColumn column : table.columns()) {
      if (column.bounded()) {
        properties.put(
            TableProperties.METRICS_MODE_COLUMN_CONF_PREFIX + column.name(), "truncate(36)");
      }
    }
    return properties;
  }
}
