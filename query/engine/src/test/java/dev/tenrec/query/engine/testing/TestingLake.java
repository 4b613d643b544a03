package dev.tenrec.query.engine.testing;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.tenrec.lake.LakeColumn;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.PromotedProperty;
import dev.tenrec.lake.ScanPlan;
import dev.tenrec.query.engine.EngineSettings;
import dev.tenrec.query.engine.FileSource;
import dev.tenrec.query.engine.LocalFiles;
import dev.tenrec.query.engine.ScanPlanner;
import dev.tenrec.query.hogql.function.QueryContext;
import dev.tenrec.query.hogql.plan.TimeRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** A lake of Parquet files in one directory: one file for each table and day. */
public final class TestingLake implements ScanPlanner, FileSource {
  private final Path directory;
  private final Map<String, List<Stored>> files = new HashMap<>();
  private final List<TimeRange> ranges = new ArrayList<>();
  private long snapshot;

  public TestingLake(Path directory) {
    this.directory = directory;
  }

  private record Stored(ScanPlan.DataFile file, Instant first, Instant last) {}

  /** What queries of project 1 depend on, at noon UTC of 2026-03-15 unless said otherwise. */
  public static QueryContext context(String zone) {
    return new QueryContext(
        1, ZoneId.of(zone), Instant.parse("2026-03-15T12:00:00Z"), DayOfWeek.SUNDAY, promoted());
  }

  /** The promoted properties, as queries know them. */
  public static Map<String, String> promoted() {
    return PromotedProperty.all().stream()
        .collect(toMap(PromotedProperty::property, PromotedProperty::column));
  }

  /** Small, with a short timeout. */
  public EngineSettings settings() {
    return new EngineSettings(directory, 512L << 20, 32L << 20, 2, Duration.ofSeconds(20));
  }

  public Path directory() {
    return directory;
  }

  /** Stores events, in one file for each day. */
  public TestingLake events(List<TestingEvent> events) {
    Map<LocalDateTime, List<Map<String, Object>>> days = new TreeMap<>();
    for (TestingEvent event : events) {
      days.computeIfAbsent(
              LocalDateTime.ofInstant(event.timestamp(), ZoneOffset.UTC)
                  .toLocalDate()
                  .atStartOfDay(),
              _ -> new ArrayList<>())
          .add(event.row());
    }
    days.values().forEach(rows -> store(LakeTable.EVENTS, rows));
    return this;
  }

  /** Stores rows of any table in one file. */
  public TestingLake store(LakeTable table, List<Map<String, Object>> rows) {
    snapshot++;
    Path path = directory.resolve(table.name() + "-" + snapshot + ".parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      write(connection, table, rows, path);
      Stored stored =
          new Stored(
              new ScanPlan.DataFile(path.toString(), Files.size(path), rows.size()),
              extreme(table, rows, false),
              extreme(table, rows, true));
      files.computeIfAbsent(table.name(), _ -> new ArrayList<>()).add(stored);
    } catch (SQLException failed) {
      throw new IllegalStateException("Could not store rows of " + table, failed);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return this;
  }

  private static Instant extreme(LakeTable table, List<Map<String, Object>> rows, boolean last) {
    return table
        .dayColumn()
        .flatMap(
            column ->
                rows.stream()
                    .map(row -> (Instant) row.get(column))
                    .reduce((a, b) -> a.isAfter(b) == last ? a : b))
        .orElse(Instant.EPOCH);
  }

  private static void write(
      Connection connection, LakeTable table, List<Map<String, Object>> rows, Path path)
      throws SQLException {
    String columns =
        table.columns().stream()
            .map(column -> "\"" + column.name() + "\" " + type(column))
            .collect(joining(", "));
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (" + columns + ")");
    }
    String places = table.columns().stream().map(_ -> "?").collect(joining(", "));
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO t VALUES (" + places + ")")) {
      for (Map<String, Object> row : rows) {
        for (int index = 0; index < table.columns().size(); index++) {
          insert.setObject(
              index + 1, parameter(connection, row.get(table.columns().get(index).name())));
        }
        insert.execute();
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT * FROM t ORDER BY ALL) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
              .formatted(path));
    }
  }

  private static Object parameter(Connection connection, Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case Instant moment -> LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
      case List<?> texts -> connection.createArrayOf("VARCHAR", texts.toArray());
      default -> value;
    };
  }

  private static String type(LakeColumn column) {
    return switch (column.type()) {
      case STRING -> "VARCHAR";
      case LONG -> "BIGINT";
      case INT -> "INTEGER";
      case BOOLEAN -> "BOOLEAN";
      case TIMESTAMP -> "TIMESTAMP";
      case STRINGS -> "VARCHAR[]";
    };
  }

  @Override
  public ScanPlan plan(LakeTable table, long project, TimeRange range) {
    ranges.add(range);
    List<ScanPlan.DataFile> overlapping =
        files.getOrDefault(table.name(), List.of()).stream()
            .filter(
                stored ->
                    table.dayColumn().isEmpty()
                        || (range.from().map(from -> !stored.last().isBefore(from)).orElse(true)
                            && range.to().map(to -> stored.first().isBefore(to)).orElse(true)))
            .map(Stored::file)
            .toList();
    return new ScanPlan(OptionalLong.of(snapshot), overlapping, table.columns());
  }

  /** The times that scans have asked for since the last look. */
  public List<TimeRange> takeRanges() {
    List<TimeRange> taken = List.copyOf(ranges);
    ranges.clear();
    return taken;
  }

  @Override
  public LocalFiles localize(List<ScanPlan.DataFile> wanted, Set<String> columns) {
    return new LocalFiles(
        wanted.stream().map(file -> Path.of(file.location())).toList(), 0, () -> {});
  }
}
