package dev.tenrec.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Iceberg's own Glue catalog and S3 file system, unmodified, on the emulators. */
class TestIcebergOnEmulators {
  private static final TableIdentifier EVENTS = TableIdentifier.of("tenrec", "events");
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.required(1, "uuid", Types.StringType.get()),
          Types.NestedField.required(2, "timestamp", Types.TimestampType.withoutZone()));

  @TempDir Path directory;
  private S3Emulator s3;
  private GlueEmulator glue;
  private String bucket;
  private final List<Closeable> opened = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() {
    s3 = S3Emulator.start(directory.resolve("s3"));
    glue = GlueEmulator.start(directory.resolve("glue"));
    bucket = s3.freshBucket("lake");
  }

  @AfterEach
  void stop() throws IOException {
    for (Closeable catalog : opened) {
      catalog.close();
    }
    glue.close();
    s3.close();
  }

  @Test
  void createsATableAndAppendsADataFile() throws IOException {
    createTable(catalog());
    Table written = catalog().loadTable(EVENTS);
    written.newAppend().appendFile(write(written, "first")).commit();

    Catalog catalog = catalog();
    Table table = catalog.loadTable(EVENTS);

    assertThat(catalog.listTables(Namespace.of("tenrec"))).containsExactly(EVENTS);
    assertThat(locations(table)).containsExactly(table.location() + "/data/first");
    try (var bytes = table.io().newInputFile(locations(table).getFirst()).newStream()) {
      assertThat(bytes.readAllBytes()).hasSize(1_000);
    }
    assertThat(catalog.dropTable(EVENTS, true)).isTrue();
    assertThat(catalog.tableExists(EVENTS)).isFalse();
  }

  @Test
  void losesNoneOfTheCommitsOfRacingCommitters() throws Exception {
    createTable(catalog());
    int committers = 2;
    int commits = 10;
    CyclicBarrier start = new CyclicBarrier(committers);
    List<Callable<List<String>>> races =
        IntStream.range(0, committers)
            .<Callable<List<String>>>mapToObj(
                committer -> () -> commit(commits, "committer-" + committer, start))
            .toList();

    List<String> written = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<List<String>> race : executor.invokeAll(races)) {
        written.addAll(race.get());
      }
    }

    Table table = catalog().loadTable(EVENTS);
    assertThat(written).hasSize(committers * commits);
    assertThat(locations(table)).containsExactlyInAnyOrderElementsOf(written);
    assertThat(table.history()).hasSize(committers * commits);
  }

  private List<String> commit(int commits, String name, CyclicBarrier start) throws Exception {
    Table table = catalog().loadTable(EVENTS);
    List<String> written = new ArrayList<>();
    for (int commit = 0; commit < commits; commit++) {
      DataFile file = write(table, name + "-" + commit);
      start.await();
      table.newAppend().appendFile(file).commit();
      written.add(file.location());
    }
    return written;
  }

  // Not by its constructor: the compiler would ask for Hadoop's classes, which nothing needs here.
  private Catalog catalog() {
    Catalog catalog =
        CatalogUtil.loadCatalog(
            "org.apache.iceberg.aws.glue.GlueCatalog",
            "tenrec",
            Map.ofEntries(
                Map.entry(CatalogProperties.WAREHOUSE_LOCATION, "s3://" + bucket + "/lake"),
                Map.entry("http-client.type", "urlconnection"),
                Map.entry("client.region", LocalCredentials.REGION),
                Map.entry("client.credentials-provider", LocalCredentials.class.getName()),
                Map.entry("s3.endpoint", s3.endpoint().toString()),
                Map.entry("s3.path-style-access", "true"),
                Map.entry("glue.endpoint", glue.endpoint().toString())),
            null);
    opened.add((Closeable) catalog);
    return catalog;
  }

  private static void createTable(Catalog catalog) {
    ((SupportsNamespaces) catalog).createNamespace(Namespace.of("tenrec"));
    catalog.createTable(
        EVENTS,
        SCHEMA,
        PartitionSpec.unpartitioned(),
        Map.of("format-version", "2", "commit.retry.num-retries", "50"));
  }

  private static DataFile write(Table table, String name) throws IOException {
    OutputFile file = table.io().newOutputFile(table.location() + "/data/" + name);
    try (OutputStream output = file.create()) {
      output.write(new byte[1_000]);
    }
    return DataFiles.builder(table.spec())
        .withPath(file.location())
        .withFormat("parquet")
        .withFileSizeInBytes(1_000)
        .withRecordCount(10)
        .build();
  }

  private static List<String> locations(Table table) throws IOException {
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      return StreamSupport.stream(tasks.spliterator(), false)
          .map(task -> task.file().location())
          .toList();
    }
  }
}
