package dev.tenrec.query.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tenrec.query.engine.testing.TestingLake;
import dev.tenrec.query.engine.testing.TestingQueries;
import dev.tenrec.query.hogql.function.Functions;
import dev.tenrec.query.hogql.function.WindowFunctions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function of HogQL runs on DuckDB: on values, on columns that may be null, on no rows. */
class TestFunctionForms {
  private static final String ROWS =
      """
      FROM (
        SELECT 3 AS n, 0.5 AS f, 'https://www.a.b/c?a=1#d' AS t, true AS b, NULL AS x,
          [1, 2, 3] AS a, toDateTime('2026-03-29 12:00:00') AS d
        UNION ALL
        SELECT NULL, NULL, NULL, NULL, NULL, [1], NULL)
      """;

  private static TestingQueries queries;

  @BeforeAll
  static void open(@TempDir Path directory) {
    queries = new TestingQueries(new TestingLake(directory), TestingLake.context("Europe/Berlin"));
  }

  @AfterAll
  static void close() {
    queries.close();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void runs(String call) {
    assertThatCode(() -> queries.run("SELECT " + call + " " + ROWS)).doesNotThrowAnyException();
    assertThatCode(() -> queries.run("SELECT " + call + " " + ROWS + " WHERE n > 100"))
        .doesNotThrowAnyException();
  }

  @Test
  void allAreSampled() throws IOException {
    Set<String> sampled =
        samples()
            .map(call -> call.replaceFirst("^d \\+ ", ""))
            .map(call -> call.substring(0, call.indexOf('(')).toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    List<String> missing =
        new TreeSet<>(
                Stream.concat(Functions.all().names().stream(), WindowFunctions.names().stream())
                    .filter(name -> !sampled.contains(name.toLowerCase(Locale.ROOT)))
                    .toList())
            .stream().toList();
    assertThat(missing).isEmpty();
  }

  static Stream<String> samples() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/function-samples.txt")).stream();
  }
}
