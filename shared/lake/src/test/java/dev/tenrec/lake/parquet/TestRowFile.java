package dev.tenrec.lake.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.Schema;
import org.apache.iceberg.inmemory.InMemoryInputFile;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;

class TestRowFile {
  static final Schema SCHEMA =
      new Schema(
          Types.NestedField.required(1, "project_id", Types.LongType.get()),
          Types.NestedField.optional(7, "name", Types.StringType.get()),
          Types.NestedField.optional(3, "size", Types.IntegerType.get()),
          Types.NestedField.optional(4, "is_new", Types.BooleanType.get()),
          Types.NestedField.optional(5, "at", Types.TimestampType.withoutZone()),
          Types.NestedField.required(
              6, "ids", Types.ListType.ofRequired(9, Types.StringType.get())));

  private static final MetricsConfig BOUNDS =
      MetricsConfig.fromProperties(
          Map.of(
              "write.metadata.metrics.default", "full",
              "write.metadata.metrics.column.name", "truncate(4)"));

  static WrittenFile write(Schema schema, List<Object[]> rows) {
    return write(schema, rows, 64L * 1024 * 1024);
  }

  private static WrittenFile write(Schema schema, List<Object[]> rows, long rowGroupBytes) {
    try (RowFileWriter writer = new RowFileWriter(schema, rowGroupBytes)) {
      rows.forEach(writer::write);
      assertThat(writer.rows()).isEqualTo(rows.size());
      return writer.finish(BOUNDS);
    }
  }

  static RowFile open(WrittenFile file) {
    return RowFile.open(new InMemoryInputFile("memory://file", file.bytes()));
  }

  private static Object plain(Object value) {
    return value instanceof byte[] utf8 ? new String(utf8, UTF_8) : value;
  }

  private static List<Object[]> rows(Object[]... rows) {
    return List.of(rows);
  }

  private static Object[] row(Object... values) {
    return values;
  }

  @Test
  void keepsEveryValueAndEveryNull() {
    List<Object[]> rows =
        rows(
            row(1L, "ä€😀\u0000", 5, true, -1L, List.of("a", "", "c")),
            row(Long.MIN_VALUE, null, null, null, null, List.of()),
            row(Long.MAX_VALUE, "", Integer.MIN_VALUE, false, 0L, List.of("x")));
    WrittenFile file = write(SCHEMA, rows);

    List<List<Object>> expected = rows.stream().map(values -> asList(values)).toList();
    assertThat(DuckRows.read(file.bytes())).isEqualTo(expected);
    assertThat(rowsOf(file)).isEqualTo(expected);
  }

  static List<List<Object>> rowsOf(WrittenFile file) {
    List<List<Object>> rows = new ArrayList<>();
    try (RowFile opened = open(file)) {
      opened.rows(
          SCHEMA,
          row -> {
            List<Object> values = new ArrayList<>();
            for (Object value : row) {
              values.add(plain(value));
            }
            rows.add(values);
          });
    }
    return rows;
  }

  @Test
  void writesTheFieldIdsOfTheSchema() {
    WrittenFile file = write(SCHEMA, rows(row(1L, null, null, null, null, List.of("x"))));

    assertThat(
            DuckRows.query(
                file.bytes(),
                "select name, field_id from parquet_schema('%s') where field_id is not null"))
        .containsExactly(
            asList("project_id", 1L),
            asList("name", 7L),
            asList("size", 3L),
            asList("is_new", 4L),
            asList("at", 5L),
            asList("ids", 6L),
            asList("element", 9L));
  }

  @Test
  void takesTextAsUtf8Bytes() {
    WrittenFile file =
        write(SCHEMA, rows(row(1L, "é".getBytes(UTF_8), null, null, null, List.of())));

    assertThat(rowsOf(file).getFirst()).contains("é");
  }

  @Test
  void tellsCountsAndBounds() {
    Metrics metrics =
        write(
                SCHEMA,
                rows(
                    row(3L, "banana", null, true, 20L, List.of()),
                    row(1L, "cherry", null, false, null, List.of()),
                    row(2L, null, null, true, 10L, List.of())))
            .metrics();

    assertThat(metrics.recordCount()).isEqualTo(3);
    assertThat(metrics.nullValueCounts()).containsEntry(7, 1L).containsEntry(3, 3L);
    assertThat(bound(metrics.lowerBounds(), 1)).isEqualTo(1L);
    assertThat(bound(metrics.upperBounds(), 1)).isEqualTo(3L);
    assertThat(bound(metrics.lowerBounds(), 5)).isEqualTo(10L);
    assertThat(bound(metrics.upperBounds(), 5)).isEqualTo(20L);
    assertThat(bound(metrics.lowerBounds(), 7)).hasToString("bana");
    assertThat(bound(metrics.upperBounds(), 7)).hasToString("ches");
    assertThat(metrics.lowerBounds()).doesNotContainKey(3);
  }

  private static Object bound(Map<Integer, ByteBuffer> bounds, int id) {
    return Conversions.fromByteBuffer(SCHEMA.findType(id), bounds.get(id));
  }

  @Test
  void tellsTheSameMetricsWhenTheFileIsReadAgain() {
    WrittenFile file = write(SCHEMA, rows(row(3L, "banana", 2, true, 20L, List.of("x"))));

    try (RowFile opened = open(file)) {
      Metrics again = opened.metrics(SCHEMA, BOUNDS);
      assertThat(again.lowerBounds()).isEqualTo(file.metrics().lowerBounds());
      assertThat(again.upperBounds()).isEqualTo(file.metrics().upperBounds());
      assertThat(again.valueCounts()).isEqualTo(file.metrics().valueCounts());
      assertThat(again.columnSizes()).isEqualTo(file.metrics().columnSizes());
      assertThat(opened.rows()).isEqualTo(1);
    }
  }

  @Test
  void keepsBoundsOverSeveralRowGroups() {
    List<Object[]> rows = new ArrayList<>();
    for (long i = 0; i < 5_000; i++) {
      rows.add(row(i, "name" + i, (int) i, true, i, List.of("id" + i)));
    }
    WrittenFile file = write(SCHEMA, rows, 20_000);

    assertThat(
            (Long)
                DuckRows.query(
                        file.bytes(),
                        "select count(distinct row_group_id) from parquet_metadata('%s')")
                    .getFirst()
                    .getFirst())
        .isGreaterThan(1);
    assertThat(bound(file.metrics().lowerBounds(), 1)).isEqualTo(0L);
    assertThat(bound(file.metrics().upperBounds(), 1)).isEqualTo(4_999L);
    assertThat(rowsOf(file)).hasSize(5_000);
  }

  @Test
  void givesNullForAColumnThatTheFileLacks() {
    WrittenFile file = write(SCHEMA, rows(row(1L, "a", 1, true, 1L, List.of())));
    Schema wider =
        new Schema(
            SCHEMA.findField("project_id"),
            Types.NestedField.optional(20, "later", Types.StringType.get()));

    List<Object[]> rows = new ArrayList<>();
    try (RowFile opened = open(file)) {
      opened.rows(wider, rows::add);
    }
    assertThat(rows).containsExactly(new Object[] {1L, null});
  }

  @Test
  void readsAPairOfColumns() {
    WrittenFile file =
        write(
            new Schema(
                Types.NestedField.required(1, "project_id", Types.LongType.get()),
                Types.NestedField.required(2, "uuid", Types.StringType.get())),
            rows(row(1L, "a"), row(2L, "b")));

    List<String> pairs = new ArrayList<>();
    try (RowFile opened = open(file)) {
      opened.longsAndTexts(
          "project_id", "uuid", (number, text) -> pairs.add(number + new String(text, UTF_8)));
    }
    assertThat(pairs).containsExactly("1a", "2b");
  }

  @Test
  void readsTheLongsOfAColumn() {
    WrittenFile file = write(SCHEMA, rows(row(4L, null, null, null, null, List.of())));

    List<Long> numbers = new ArrayList<>();
    try (RowFile opened = open(file)) {
      opened.longs("project_id", numbers::add);
    }
    assertThat(numbers).containsExactly(4L);
  }

  @Test
  void refusesARowThatDoesNotFitAndLosesNoOther() {
    try (RowFileWriter writer = new RowFileWriter(SCHEMA)) {
      writer.write(row(1L, "a", 1, true, 1L, List.of()));
      assertThatThrownBy(() -> writer.write(row(1L, "a", "one", true, 1L, List.of())))
          .hasMessage("column size is a int and cannot hold a String");
      assertThatThrownBy(() -> writer.write(row(null, "a", 1, true, 1L, List.of())))
          .hasMessage("column project_id is a required long and cannot hold null");
      assertThatThrownBy(() -> writer.write(row(1L))).hasMessageContaining("1 values");
      writer.write(row(2L, "b", 2, true, 2L, List.of()));

      assertThat(DuckRows.read(writer.finish(BOUNDS).bytes())).hasSize(2);
    }
  }

  @Test
  void writesAFileWithoutRows() {
    assertThat(rowsOf(write(SCHEMA, List.of()))).isEmpty();
  }
}
