package dev.tenrec.benchmarks;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.PromotedProperty;
import dev.tenrec.lake.ScanPlan;
import dev.tenrec.query.engine.EngineSettings;
import dev.tenrec.query.engine.LocalFiles;
import dev.tenrec.query.engine.duckdb.DuckDbEngine;
import dev.tenrec.query.hogql.function.QueryContext;
import dev.tenrec.query.hogql.parse.HogqlReader;
import dev.tenrec.query.hogql.resolve.Resolver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How long queries over ten million events take. */
final class QueryBenchmark implements Benchmark {
  private static final long EVENTS = 10_000_000;
  private static final int DAYS = 60;

  private record Case(String name, String hogql, String sql) {}

  private static final List<Case> CASES =
      List.of(
          new Case(
              "trend by browser, 30 days",
              "select toStartOfDay(timestamp) as day, properties.$browser as browser, count() from"
                  + " events where timestamp >= toDateTime('2026-02-01 00:00:00', 'UTC') group by"
                  + " day, browser limit 50000",
              "select date_trunc('day', timestamp), browser, count(*) from %s where project_id = 1"
                  + " and timestamp >= timestamp '2026-02-01 00:00:00' group by 1, 2"),
          new Case(
              "unique persons a day, 60 days",
              "select toStartOfDay(timestamp) as day, uniq(person_id) from events group by day"
                  + " limit 50000",
              "select date_trunc('day', timestamp), count(distinct person_id) from %s where"
                  + " project_id = 1 group by 1"),
          new Case(
              "sum of a JSON property by utm_source",
              "select properties.utm_source as source, sum(toFloat(properties.price)) from events"
                  + " where event = 'purchase' group by source limit 50000",
              "select utm_source, sum(try_cast(json_extract_string(properties, '$.price') as"
                  + " double)) from %s where project_id = 1 and event = 'purchase' group by 1"));

  @Override
  public String method() {
    return "milliseconds of three HogQL queries over %,d generated events in %d daily Parquet files, laid out as the lake's compaction leaves them, on the local disk and read before; parsing, planning and reading the result included. Yardstick: SQL written by hand for the same DuckDB over the same files."
        .formatted(EVENTS, DAYS);
  }

  @Override
  public void run() throws Exception {
    Path directory = Files.createTempDirectory("query-benchmark");
    try {
      run(directory);
    } finally {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void run(Path directory) throws Exception {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
      System.out.printf("Generating %,d events ...%n", EVENTS);
      List<ScanPlan.DataFile> files = generate(duckdb, directory);
      DuckDbEngine engine = engine(directory, files);
      String read =
          "read_parquet([%s])"
              .formatted(
                  String.join(
                      ", ", files.stream().map(file -> "'" + file.location() + "'").toList()));
      for (Case query : CASES) {
        Rate.compare(
            query.name(),
            "ms",
            () -> hogql(engine, query.hogql()),
            "SQL by hand",
            () -> sql(duckdb, query.sql().formatted(read)));
      }
    }
  }

  private static double hogql(DuckDbEngine engine, String text) {
    Map<String, String> promoted =
        PromotedProperty.all().stream()
            .collect(toUnmodifiableMap(PromotedProperty::property, PromotedProperty::column));
    QueryContext context =
        new QueryContext(1, ZoneId.of("UTC"), Instant.now(), DayOfWeek.MONDAY, promoted);
    long start = System.nanoTime();
    engine.run(Resolver.resolve(HogqlReader.readQuery(text), context));
    return (System.nanoTime() - start) / 1e6;
  }

  private static double sql(Connection duckdb, String text) throws Exception {
    long start = System.nanoTime();
    try (Statement statement = duckdb.createStatement();
        ResultSet rows = statement.executeQuery(text)) {
      while (rows.next()) {
        rows.getObject(1);
      }
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static DuckDbEngine engine(Path directory, List<ScanPlan.DataFile> files) {
    return new DuckDbEngine(
        new EngineSettings(
            directory,
            4L << 30,
            200L << 20,
            Runtime.getRuntime().availableProcessors(),
            Duration.ofMinutes(1)),
        (table, _, _) ->
            table.name().equals("events")
                ? new ScanPlan(OptionalLong.of(1), files, table.columns())
                : new ScanPlan(OptionalLong.empty(), List.of(), table.columns()),
        (wanted, _) ->
            new LocalFiles(
                wanted.stream().map(file -> Path.of(file.location())).toList(), 0, () -> {}),
        InstantSource.system());
  }

  private static List<ScanPlan.DataFile> generate(Connection duckdb, Path directory)
      throws Exception {
    List<ScanPlan.DataFile> files = new ArrayList<>();
    long perDay = EVENTS / DAYS;
    for (int day = 0; day < DAYS; day++) {
      Path file = directory.resolve("day-%02d.parquet".formatted(day));
      try (Statement statement = duckdb.createStatement()) {
        statement.execute(day(day, perDay, file));
      }
      files.add(new ScanPlan.DataFile(file.toString(), Files.size(file), perDay));
    }
    return files;
  }

  private static String day(int day, long rows, Path file) {
    List<String> columns = new ArrayList<>();
    for (var column : LakeTable.EVENTS.columns()) {
      columns.add(value(column.name(), day) + " as \"" + column.name() + "\"");
    }
    return "copy (select %s from range(%d) t(i) order by event, person_id, timestamp) to '%s' (format parquet, compression zstd)"
        .formatted(String.join(", ", columns), rows, file);
  }

  private static String value(String column, int day) {
    return switch (column) {
      case "project_id" -> "1::bigint";
      case "uuid" -> "uuid()::varchar";
      case "event" ->
          "case when i % 50 = 0 then 'purchase' when i % 3 = 0 then '$pageview' else '$autocapture'"
              + " end";
      case "distinct_id" -> "'user-' || (hash(i) % 200000)";
      case "person_id" -> "md5((hash(i) % 200000)::varchar)::uuid::varchar";
      case "timestamp", "created_at" ->
          "timestamp '2026-01-01' + interval %d day + to_milliseconds((i * 500) %% 86400000)"
              .formatted(day);
      case "person_mode" -> "'full'";
      case "browser" -> "['Chrome', 'Safari', 'Firefox', 'Edge'][(1 + hash(i) % 4)::bigint]";
      case "os" -> "['Mac OS X', 'Windows', 'Linux', 'iOS'][(1 + hash(i + 1) % 4)::bigint]";
      case "current_url", "pathname" -> "'/products/' || (hash(i) % 400)";
      case "utm_source" -> "['newsletter', 'search', 'social', null][(1 + hash(i) % 4)::bigint]";
      case "session_id" -> "'session-%d-' || (i // 20)".formatted(day);
      case "properties" -> "'{\"price\":' || (i % 97) || '}'";
      case "elements_chain" -> "''";
      case "person_properties" -> "'{}'";
      default -> "null::varchar";
    };
  }
}
