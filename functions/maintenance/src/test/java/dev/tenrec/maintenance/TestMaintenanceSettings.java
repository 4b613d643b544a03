package dev.tenrec.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TestMaintenanceSettings {
  private static final long MEGABYTE = 1024 * 1024;

  private static long fileMegabytes(long memory, long disk) {
    return MaintenanceSettings.standard(memory * MEGABYTE, disk * MEGABYTE).fileBytes() / MEGABYTE;
  }

  @Test
  void makesFilesAsLargeAsMemoryAndDiskCanSort() {
    assertThat(fileMegabytes(1_024, 512)).isEqualTo(64);
    assertThat(fileMegabytes(1_024, 10_000)).isEqualTo(64);
    assertThat(fileMegabytes(8_000, 512)).isEqualTo(64);
    assertThat(fileMegabytes(8_000, 10_000)).isEqualTo(256);
    assertThat(fileMegabytes(64, 10)).isEqualTo(16);
  }

  @Test
  void leavesAFileThatHasThreeQuartersOfItsSize() {
    assertThat(MaintenanceSettings.standard(1_024 * MEGABYTE, 512 * MEGABYTE).settledBytes())
        .isEqualTo(48 * MEGABYTE);
  }

  @Test
  void refusesToDeleteWhatIsStillInUse() {
    assertThatThrownBy(
            () ->
                new MaintenanceSettings(
                    MEGABYTE,
                    Duration.ofMinutes(1),
                    Duration.ofDays(1),
                    Duration.ofDays(1),
                    Duration.ofDays(1),
                    1,
                    64 * MEGABYTE))
        .hasMessageContaining("snapshotAge is PT1M");
    assertThatThrownBy(
            () ->
                new MaintenanceSettings(
                    MEGABYTE,
                    Duration.ofHours(1),
                    Duration.ofMinutes(1),
                    Duration.ofDays(1),
                    Duration.ofDays(1),
                    1,
                    64 * MEGABYTE))
        .hasMessageContaining("orphanAge is PT1M");
  }
}
