package dev.tenrec.query.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.query.engine.QueryFailedException;
import dev.tenrec.query.engine.testing.SmallShop;
import dev.tenrec.query.engine.testing.TestingLake;
import dev.tenrec.query.engine.testing.TestingQueries;
import dev.tenrec.query.hogql.HogqlException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Queries over {@link SmallShop} and what they answer, from the files in resources/hogql. A case is
 * a query after "&gt;", over as many lines as it needs, and its rows; or its error after "!". A
 * line "zone X" sets the project's time zone from there on.
 */
class TestGoldenCases {
  private static TestingLake lake;
  private static final Map<String, TestingQueries> QUERIES = new HashMap<>();

  @BeforeAll
  static void open(@TempDir Path directory) {
    lake = SmallShop.lake(directory);
  }

  @AfterAll
  static void close() {
    QUERIES.values().forEach(TestingQueries::close);
    QUERIES.clear();
  }

  record Case(String file, int line, String zone, String query, List<String> expected) {
    @Override
    public String toString() {
      return file + ":" + line + " " + query;
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersAsWritten(Case one) {
    if (one.query().contains("ORDER BY")) {
      assertThat(answer(one)).containsExactlyElementsOf(one.expected());
    } else {
      assertThat(answer(one)).containsExactlyInAnyOrderElementsOf(one.expected());
    }
  }

  private static List<String> answer(Case one) {
    TestingQueries queries =
        QUERIES.computeIfAbsent(
            one.zone(), zone -> new TestingQueries(lake, TestingLake.context(zone)));
    try {
      return queries.lines(one.query());
    } catch (HogqlException mistake) {
      return List.of(
          "! %d:%d %s"
              .formatted(mistake.span().line(), mistake.span().column(), mistake.getMessage()));
    } catch (QueryFailedException failure) {
      return List.of("! " + failure.getMessage());
    }
  }

  static Stream<Case> cases() throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(Path.of("src/test/resources/hogql"))) {
      files = listed.sorted().toList();
    }
    return files.stream().flatMap(file -> read(file).stream());
  }

  private static List<Case> read(Path file) {
    List<Case> cases = new ArrayList<>();
    String zone = "UTC";
    try {
      List<String> lines = Files.readAllLines(file);
      int at = 0;
      while (at < lines.size()) {
        String line = lines.get(at);
        if (line.startsWith("zone ")) {
          zone = line.substring(5).strip();
        }
        if (!line.startsWith("> ")) {
          at++;
          continue;
        }
        int start = at;
        StringBuilder query = new StringBuilder(line.substring(2));
        for (at++; at < lines.size() && lines.get(at).startsWith("  "); at++) {
          query.append('\n').append(lines.get(at).strip());
        }
        List<String> expected = new ArrayList<>();
        for (; at < lines.size() && !lines.get(at).isBlank(); at++) {
          expected.add(lines.get(at));
        }
        cases.add(
            new Case(file.getFileName().toString(), start + 1, zone, query.toString(), expected));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return cases;
  }
}
