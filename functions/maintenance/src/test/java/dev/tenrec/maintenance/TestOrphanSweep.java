package dev.tenrec.maintenance;

import static dev.tenrec.maintenance.MaintenanceFixture.NOON;
import static dev.tenrec.maintenance.MaintenanceFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.lake.LakeTable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestOrphanSweep {
  private static final String DATA = "memory://bucket/lake/events/data/";

  private final MaintenanceFixture fixture = new MaintenanceFixture();

  private String put(String location) {
    try (OutputStream output = fixture.lake.files().newOutputFile(location).create()) {
      output.write(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return location;
  }

  @Test
  void deletesOldFilesThatNobodyKnows() {
    fixture.append(List.of(event("a")), List.of(event("b")));
    String unregistered = put(DATA + "timestamp_day=2026-05-01/never-registered.parquet");
    String uncommitted = put("memory://bucket/lake/events/metadata/never-committed.avro");
    String registered = put(DATA + "registered.parquet");
    fixture.pending(LakeTable.EVENTS, registered);
    String elsewhere = put("memory://bucket/lake/other/data/file.parquet");
    fixture.now.set(NOON.plus(Duration.ofHours(25)));
    String young = put(DATA + "young.parquet");
    fixture.run();

    assertThat(fixture.lake.files().locations())
        .doesNotContain(unregistered, uncommitted)
        .contains(registered, elsewhere, young);
    assertThat(fixture.lastReport().counted("orphans")).isEqualTo(2);
    assertThat(fixture.uuids()).containsExactlyInAnyOrder("a", "b");
    assertThat(fixture.table(LakeTable.EVENTS).history()).hasSize(2);
  }

  @Test
  void looksOnceADay() {
    fixture.append(List.of(event("a")));
    fixture.now.set(NOON.plus(Duration.ofHours(25)));
    fixture.run();
    fixture.now.set(NOON);
    String orphan = put(DATA + "orphan.parquet");

    fixture.now.set(NOON.plus(Duration.ofHours(40)));
    fixture.run();
    assertThat(fixture.lake.files().locations()).contains(orphan);

    fixture.now.set(NOON.plus(Duration.ofHours(50)));
    fixture.run();
    assertThat(fixture.lake.files().locations()).doesNotContain(orphan);
  }
}
