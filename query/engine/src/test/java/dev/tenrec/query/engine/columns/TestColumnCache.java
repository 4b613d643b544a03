package dev.tenrec.query.engine.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.lake.ScanPlan;
import dev.tenrec.query.engine.LocalFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestColumnCache {
  private static final long PLENTY = 1L << 30;
  private static final String BY_EVENT =
      "SELECT event, count(*), count(DISTINCT person_id) FROM FILES GROUP BY event ORDER BY event";
  private static final Map<String, Set<String>> QUERIES =
      Map.of(
          BY_EVENT,
          Set.of("event", "person_id"),
          "SELECT sum(hash(uuid)) FROM FILES",
          Set.of("uuid"),
          "SELECT current_url, count(*) FROM FILES GROUP BY ALL ORDER BY ALL",
          Set.of("current_url"),
          "SELECT max(timestamp), sum(length(properties)) FROM FILES WHERE event = 'event 3'",
          Set.of("timestamp", "properties", "event"),
          "SELECT sum(hash(distinct_ids)), count(*) FROM FILES",
          Set.of("distinct_ids"),
          "SELECT count(*) FROM FILES",
          Set.of());

  @TempDir static Path objects;
  private static TestingParquet parquet;

  @TempDir Path directory;
  private final TestingObjects store = new TestingObjects(objects);
  private ColumnCache cache;

  @BeforeAll
  static void writeFiles() throws SQLException {
    parquet = new TestingParquet();
    for (int i = 0; i < 3; i++) {
      parquet.write(objects.resolve(i + ".parquet"), 50_000 + i * 7_000, i + 1);
    }
    parquet.write(objects.resolve("small.parquet"), 1_000, 9);
  }

  @AfterAll
  static void closeDatabase() throws SQLException {
    parquet.close();
  }

  @BeforeEach
  void makeCache() {
    cache = new ColumnCache(store, directory, PLENTY);
  }

  @AfterEach
  void closeCache() {
    cache.close();
  }

  private List<ScanPlan.DataFile> files(int... numbers) {
    return IntStream.of(numbers).mapToObj(number -> store.file(number + ".parquet")).toList();
  }

  private static List<List<Object>> expected(String query, int... numbers) throws SQLException {
    return parquet.rows(
        query, IntStream.of(numbers).mapToObj(i -> objects.resolve(i + ".parquet")).toList());
  }

  private List<List<Object>> cached(String query, int... numbers) throws SQLException {
    try (LocalFiles local = cache.localize(files(numbers), QUERIES.get(query))) {
      return parquet.rows(query, local.paths());
    }
  }

  private long requested() {
    return store.requests().stream().mapToLong(ByteRange::length).sum();
  }

  @Test
  void givesTheSameAsWholeFilesForQueriesOfDifferentColumnsOneAfterAnother() throws SQLException {
    for (int round = 0; round < 2; round++) {
      for (String query : QUERIES.keySet()) {
        assertThat(cached(query, 0, 1, 2)).as(query).isEqualTo(expected(query, 0, 1, 2));
      }
    }
  }

  @Test
  void fetchesOnlyTheColumnsThatAreNeeded() throws SQLException {
    long whole = files(0, 1, 2).stream().mapToLong(ScanPlan.DataFile::sizeBytes).sum();

    try (LocalFiles local = cache.localize(files(0, 1, 2), Set.of("event", "current_url"))) {
      assertThat(local.fetchedBytes()).isEqualTo(requested()).isLessThan(whole / 8);
      assertThat(local.paths())
          .allSatisfy(path -> assertThat(path).hasExtension("parquet").startsWith(directory));
    }
    assertThat(cache.storedBytes()).isLessThan(whole / 8);
  }

  @Test
  void fetchesNothingTwice() {
    cache.localize(files(0), Set.of("event")).close();
    store.requests();

    try (LocalFiles again = cache.localize(files(0), Set.of("event"))) {
      assertThat(again.fetchedBytes()).isZero();
    }
    assertThat(store.requests()).isEmpty();

    try (LocalFiles more = cache.localize(files(0), Set.of("event", "uuid"))) {
      long uuids = 50_000L * 32;
      assertThat(more.fetchedBytes()).isEqualTo(requested()).isLessThan(uuids);
    }
    try (LocalFiles all =
        cache.localize(files(0), Set.of("uuid", "event", "person_id", "properties"))) {
      assertThat(all.fetchedBytes()).isEqualTo(requested()).isPositive();
    }
    assertThat(cache.storedBytes()).isLessThanOrEqualTo(files(0).getFirst().sizeBytes());
  }

  @Test
  void neverGivesWrongValuesForAColumnThatWasNotAskedFor() {
    try (LocalFiles local = cache.localize(files(0), Set.of("event"))) {
      assertThatThrownBy(() -> parquet.rows("SELECT sum(hash(uuid)) FROM FILES", local.paths()))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void takesFilesThatLackAColumn() throws SQLException {
    try (LocalFiles local = cache.localize(files(0), Set.of("event", "added_later"))) {
      assertThat(parquet.rows("SELECT count(DISTINCT event) FROM FILES", local.paths()))
          .isEqualTo(List.of(List.of("7")));
    }
  }

  @Test
  void fetchesASmallFileWholeInOneRequest() throws SQLException {
    ScanPlan.DataFile small = store.file("small.parquet");

    try (LocalFiles local = cache.localize(List.of(small), Set.of("event"))) {
      assertThat(store.requests()).containsExactly(new ByteRange(0, small.sizeBytes()));
      assertThat(local.paths().getFirst()).hasSameBinaryContentAs(objects.resolve("small.parquet"));
    }
  }

  @Test
  void isRightUnderConcurrentQueriesAndStillFetchesEveryByteOnce() throws Exception {
    Map<String, List<List<Object>>> answers = new HashMap<>();
    for (String query : QUERIES.keySet()) {
      answers.put(query, expected(query, 0, 1, 2));
    }
    List<Callable<String>> queries = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      Random random = new Random(thread);
      List<String> order = new ArrayList<>(QUERIES.keySet());
      Collections.shuffle(order, random);
      queries.add(
          () -> {
            for (String query : order) {
              assertThat(cached(query, 0, 1, 2)).as(query).isEqualTo(answers.get(query));
            }
            return "done";
          });
    }
    try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
      for (Future<String> query : executor.invokeAll(queries)) {
        assertThat(query.get()).isEqualTo("done");
      }
    }
    long whole = files(0, 1, 2).stream().mapToLong(ScanPlan.DataFile::sizeBytes).sum();
    assertThat(cache.storedBytes()).isLessThanOrEqualTo(whole);
    // A gap between chunks may be fetched along with either of its neighbours, never a chunk twice.
    assertThat(requested()).isLessThan(cache.storedBytes() * 5 / 4);
  }

  @Test
  void dropsTheLeastRecentlyUsedFilesButNoneThatIsRead() throws Exception {
    long one = files(0).getFirst().sizeBytes();
    try (ColumnCache little = new ColumnCache(store, directory, one * 3 / 2)) {
      Set<String> everything = Set.of("uuid", "person_id", "properties", "distinct_ids");
      LocalFiles first = little.localize(files(0), everything);
      LocalFiles second = little.localize(files(1), everything);
      assertThat(little.storedBytes()).isGreaterThan(one * 3 / 2);
      assertThat(parquet.rows("SELECT count(DISTINCT uuid) FROM FILES", first.paths()))
          .isEqualTo(List.of(List.of("50000")));

      first.close();
      second.close();
      second.close();

      assertThat(little.storedBytes()).isLessThanOrEqualTo(one * 3 / 2);
      assertThat(first.paths().getFirst()).doesNotExist();
      assertThat(second.paths().getFirst()).exists();
      store.requests();
      little.localize(files(1), everything).close();
      assertThat(store.requests()).isEmpty();
      little.localize(files(0), everything).close();
      assertThat(store.requests()).isNotEmpty();
    }
  }

  @Test
  void fetchesAgainWhatBreaksOff() throws SQLException {
    store.breakNext(2);

    assertThat(cached(BY_EVENT, 0)).isEqualTo(expected(BY_EVENT, 0));
  }

  @Test
  void saysWhatCannotBeReadAndGoesOnAfterwards() throws SQLException {
    store.breakNext(1_000);

    assertThatThrownBy(() -> cached(BY_EVENT, 0, 1))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("s3://lake/")
        .hasMessageContaining("broke off");
    store.breakNext(0);
    assertThat(cached(BY_EVENT, 0, 1)).isEqualTo(expected(BY_EVENT, 0, 1));
    ScanPlan.DataFile missing = new ScanPlan.DataFile("s3://lake/missing", 1_000_000, 0);
    assertThatThrownBy(() -> cache.localize(List.of(missing), Set.of("event")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("missing");
    assertThat(cached(BY_EVENT, 0, 1)).isEqualTo(expected(BY_EVENT, 0, 1));
  }

  @Test
  void saysWhatIsNoParquetFile() throws IOException {
    Files.write(objects.resolve("text"), new byte[1_000_000]);

    assertThatThrownBy(() -> cache.localize(List.of(store.file("text")), Set.of("event")))
        .hasMessage("s3://lake/text is no Parquet file: it does not end with PAR1");
  }

  @Test
  void deletesWhatADeadProcessLeftAndLeavesWhatALivingOneUses() throws Exception {
    Path abandoned = directory.resolve("columns-of-the-dead");
    Files.createDirectories(abandoned);
    Files.write(abandoned.resolve("0.parquet"), new byte[] {1, 2, 3});
    Files.createFile(directory.resolve("columns-of-the-dead.lock"));
    Files.createFile(directory.resolve("somebody else's"));
    LocalFiles used = cache.localize(files(0), Set.of("event"));

    try (ColumnCache second = new ColumnCache(store, directory, PLENTY)) {
      assertThat(abandoned).doesNotExist();
      assertThat(directory.resolve("columns-of-the-dead.lock")).doesNotExist();
      assertThat(used.paths().getFirst()).exists();
      second.localize(files(0), Set.of("event")).close();
    }
    used.close();
    cache.close();
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactly("somebody else's");
    }
  }
}
