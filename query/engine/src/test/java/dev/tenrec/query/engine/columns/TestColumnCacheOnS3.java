package dev.tenrec.query.engine.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.emulators.S3Emulator;
import dev.tenrec.lake.ScanPlan;
import dev.tenrec.query.engine.LocalFiles;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

class TestColumnCacheOnS3 {
  @TempDir Path directory;

  @Test
  void readsTheColumnsOfAnObject() throws Exception {
    Path file = directory.resolve("events.parquet");
    try (TestingParquet parquet = new TestingParquet();
        S3Emulator emulator = S3Emulator.start(directory.resolve("s3"));
        S3Client s3 = emulator.client();
        ColumnCache cache = new ColumnCache(s3, directory.resolve("cache"), 1 << 30)) {
      parquet.write(file, 50_000, 1);
      String bucket = emulator.freshBucket("lake");
      s3.putObject(put -> put.bucket(bucket).key("events/day=1/a b+c%.parquet"), file);
      ScanPlan.DataFile object =
          new ScanPlan.DataFile(
              "s3://" + bucket + "/events/day=1/a b+c%.parquet", Files.size(file), 50_000);
      String query = "SELECT event, count(*) FROM FILES GROUP BY event ORDER BY event";

      try (LocalFiles local = cache.localize(List.of(object), Set.of("event"))) {
        assertThat(parquet.rows(query, local.paths()))
            .isEqualTo(parquet.rows(query, List.of(file)));
        assertThat(local.fetchedBytes()).isPositive().isLessThan(object.sizeBytes() / 8);
      }
      ScanPlan.DataFile missing =
          new ScanPlan.DataFile("s3://" + bucket + "/missing.parquet", 1_000_000, 1);
      assertThatThrownBy(() -> cache.localize(List.of(missing), Set.of("event")))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageStartingWith("Could not read s3://" + bucket + "/missing.parquet");
    }
  }
}
