package dev.tenrec.lake.write;

import static java.util.Comparator.comparingInt;

import dev.tenrec.lake.FilePlacement;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.Micros;
import dev.tenrec.lake.parquet.RowFileWriter;
import dev.tenrec.lake.parquet.WrittenFile;
import dev.tenrec.lake.pipeline.Registration;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.Table;

/**
 * Writes the rows of one table into files, few of them: the fullest days get a file each, and the
 * rows of all other days share one, which compaction takes apart later. So a batch with events of a
 * thousand days makes as many files as one of nine.
 */
final class TableFiles {
  private static final int MOST_DAYS = 8;
  private static final int ROWS_WORTH_A_FILE = 500;

  private final Table table;
  private final LakeTable definition;
  private final Supplier<UUID> ids;
  private final int[] columns;

  TableFiles(Table table, LakeTable definition, Supplier<UUID> ids) {
    this.table = table;
    this.definition = definition;
    this.ids = ids;
    List<String> names = definition.columns().stream().map(column -> column.name()).toList();
    this.columns =
        table.schema().columns().stream().mapToInt(field -> names.indexOf(field.name())).toArray();
  }

  List<Registration.File> write(List<Object[]> rows) {
    if (definition.dayColumn().isEmpty()) {
      return List.of(write(rows, Optional.empty()));
    }
    int dayColumn = definition.indexOf(definition.dayColumn().get());
    Map<Integer, List<Object[]>> byDay = new TreeMap<>();
    for (Object[] row : rows) {
      byDay.computeIfAbsent(Micros.dayOf((long) row[dayColumn]), day -> new ArrayList<>()).add(row);
    }
    List<Integer> fullestFirst = new ArrayList<>(byDay.keySet());
    fullestFirst.sort(comparingInt(day -> -byDay.get(day).size()));

    List<Registration.File> files = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    for (Integer day : fullestFirst) {
      boolean full = files.size() < MOST_DAYS && byDay.get(day).size() >= ROWS_WORTH_A_FILE;
      if (files.isEmpty() || full) {
        files.add(write(byDay.get(day), Optional.of(day)));
      } else {
        others.add(day);
      }
    }
    if (others.size() == 1) {
      files.add(write(byDay.get(others.getFirst()), Optional.of(others.getFirst())));
    } else if (!others.isEmpty()) {
      files.add(
          write(
              others.stream().flatMap(day -> byDay.get(day).stream()).toList(), Optional.empty()));
    }
    return files;
  }

  private Registration.File write(List<Object[]> rows, Optional<Integer> epochDay) {
    Optional<LocalDate> day = epochDay.map(LocalDate::ofEpochDay);
    String location = new FilePlacement(table, day).location(ids.get() + ".parquet");
    WrittenFile file = encode(rows);
    try (OutputStream output = table.io().newOutputFile(location).create()) {
      output.write(file.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + location, e);
    }
    return new Registration.File(location, day, file.bytes().length, rows.size());
  }

  private WrittenFile encode(List<Object[]> rows) {
    try (RowFileWriter writer = new RowFileWriter(table.schema())) {
      for (Object[] row : rows) {
        writer.write(inOrderOfTheTable(row));
      }
      return writer.finish(MetricsConfig.forTable(table));
    }
  }

  // An owner may have added columns; those stay empty.
  private Object[] inOrderOfTheTable(Object[] row) {
    Object[] ordered = new Object[columns.length];
    for (int i = 0; i < ordered.length; i++) {
      ordered[i] = columns[i] < 0 ? null : row[columns[i]];
    }
    return ordered;
  }
}
