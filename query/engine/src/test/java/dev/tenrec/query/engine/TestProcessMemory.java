package dev.tenrec.query.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.query.engine.duckdb.DuckDbEngine;
import dev.tenrec.query.engine.testing.TestingLake;
import dev.tenrec.query.hogql.parse.HogqlReader;
import dev.tenrec.query.hogql.resolve.Resolver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own is limited, and asked for more than it may take. */
@EnabledOnOs(OS.LINUX)
class TestProcessMemory {
  private static final List<String> TOO_LARGE =
      List.of(
          "SELECT length(range(1000000000))",
          "SELECT repeat('x', 1000000) FROM numbers(3000) LIMIT 3000",
          "SELECT length(repeat(repeat('x', 1000000), 2000))",
          "SELECT max(length(arrayMap(n -> repeat(toString(number + 100000), 20000), range(100))))"
              + " FROM numbers(3000)");

  @TempDir private Path directory;

  @Test
  void whatTheEngineDoesNotCountEndsTheQueryAndNotTheProcess() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Limited.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said.lines().filter(line -> line.startsWith("MEMORY")))
        .as(said)
        .hasSize(2 * TOO_LARGE.size());
    assertThat(said.lines().filter(line -> line.equals("[[1]]")))
        .as(said)
        .hasSize(2 * TOO_LARGE.size());
  }

  /** The process: each query, and after it one that must work. */
  static final class Limited {
    private Limited() {}

    public static void main(String[] arguments) {
      ProcessMemory.limit(1L << 30);
      TestingLake lake = new TestingLake(Path.of(arguments[0]));
      try (DuckDbEngine engine =
          new DuckDbEngine(
              new EngineSettings(lake.directory(), 256L << 20, 32L << 20, 2, Duration.ofMinutes(1)),
              lake,
              lake,
              InstantSource.system())) {
        for (int round = 0; round < 2; round++) {
          for (String hogql : TOO_LARGE) {
            System.out.println(answer(engine, hogql));
            System.out.println(answer(engine, "SELECT 1"));
          }
        }
      }
    }

    private static String answer(DuckDbEngine engine, String hogql) {
      try {
        return engine
            .run(Resolver.resolve(HogqlReader.readQuery(hogql), TestingLake.context("UTC")))
            .rows()
            .toString();
      } catch (QueryFailedException failed) {
        return failed.code() + " " + failed.getMessage();
      }
    }
  }
}
