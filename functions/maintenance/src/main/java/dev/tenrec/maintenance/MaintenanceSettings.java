package dev.tenrec.maintenance;

import java.time.Duration;

/**
 * What maintenance aims at.
 *
 * @param fileBytes how large a file is to become; one of three quarters is left as it is
 * @param snapshotAge how long a replaced file stays for queries that have planned it
 * @param orphanAge how old a file must be before nobody can still be about to register it
 * @param rejectedAge how long rejected data is kept
 * @param overrideAge how old a merge must be before no event of the old person can still arrive;
 *     longer than streams and dead letter queues keep records
 * @param overridesWorthSquashing how many such merges are worth looking through all events for;
 *     fewer cost a query nothing that could be measured
 * @param memoryBytes how much memory DuckDB may use
 */
public record MaintenanceSettings(
    long fileBytes,
    Duration snapshotAge,
    Duration orphanAge,
    Duration rejectedAge,
    Duration overrideAge,
    int overridesWorthSquashing,
    long memoryBytes) {
  private static final long MEGABYTE = 1024 * 1024;

  public MaintenanceSettings {
    if (snapshotAge.compareTo(Duration.ofMinutes(30)) < 0) {
      throw new IllegalArgumentException(
          "snapshotAge is "
              + snapshotAge
              + ": a query may run for half an hour on the files it has planned");
    }
    if (orphanAge.compareTo(Duration.ofHours(1)) < 0) {
      throw new IllegalArgumentException(
          "orphanAge is " + orphanAge + ": a function may take up to an hour to register a file");
    }
    if (fileBytes < 1 || memoryBytes < 64 * MEGABYTE) {
      throw new IllegalArgumentException(
          "fileBytes is "
              + fileBytes
              + " and memoryBytes "
              + memoryBytes
              + ": use at least 1 and "
              + 64 * MEGABYTE);
    }
  }

  /**
   * The settings of a deployment. Files become as large as sorting them fits: unpacked they have
   * about twelve times their size, which is partly in memory and partly on disk, where they also
   * lie before and afterwards.
   *
   * @param memoryBytes how much memory DuckDB may use
   * @param diskBytes how much disk there is to work on
   */
  public static MaintenanceSettings standard(long memoryBytes, long diskBytes) {
    long fitting = Math.min(memoryBytes / 16, diskBytes / 8);
    return new MaintenanceSettings(
        Math.clamp(fitting, 16 * MEGABYTE, 256 * MEGABYTE),
        Duration.ofHours(3),
        Duration.ofDays(1),
        Duration.ofDays(90),
        Duration.ofDays(30),
        20_000,
        memoryBytes);
  }

  /** From which size on a file is left as it is. */
  long settledBytes() {
    return fileBytes / 4 * 3;
  }
}
