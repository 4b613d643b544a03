package dev.tenrec.maintenance;

import static dev.tenrec.maintenance.MaintenanceFixture.NOON;
import static dev.tenrec.maintenance.MaintenanceFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.lake.LakeTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TestSnapshotExpiry {
  private final MaintenanceFixture fixture = new MaintenanceFixture();

  // Iceberg dates snapshots by the system's clock.
  private final Instant begin = Instant.now();

  @BeforeEach
  void commitSomething() {
    fixture.append(List.of(event("a")));
    fixture.append(List.of(event("b")));
    fixture.append(List.of(event("c")));
    fixture.now.set(begin);
    fixture.run();
  }

  private List<String> parquetFiles() {
    return fixture.lake.files().locations().stream().filter(it -> it.endsWith(".parquet")).toList();
  }

  private int snapshots() {
    return List.copyOf((java.util.Collection<?>) fixture.table(LakeTable.EVENTS).snapshots())
        .size();
  }

  @Test
  void keepsReplacedFilesForQueriesThatHavePlannedThem() {
    fixture.now.set(begin.plus(Duration.ofHours(2)));
    fixture.run();

    assertThat(parquetFiles()).hasSize(4);
    assertThat(snapshots()).isEqualTo(4);
  }

  @Test
  void deletesReplacedFilesLater() {
    fixture.append(List.of(event("d")));
    fixture.now.set(begin.plus(Duration.ofHours(4)));
    fixture.run();

    assertThat(snapshots()).isEqualTo(2);
    assertThat(fixture.lastReport().counted("expired_snapshots")).isEqualTo(4);
    assertThat(fixture.uuids()).containsExactlyInAnyOrder("a", "b", "c", "d");
    assertThat(parquetFiles()).hasSize(3);
  }

  @Test
  void keepsSnapshotsThatTellOfARegistrationThatWaits() {
    fixture.now.set(NOON);
    fixture.pending(LakeTable.EVENTS, "memory://bucket/lake/events/data/waits.parquet");
    fixture.now.set(begin.plus(Duration.ofHours(4)));
    fixture.run();

    assertThat(snapshots()).isEqualTo(4);
    assertThat(fixture.lastReport().counted("expiry_postponed")).isEqualTo(1);
  }
}
