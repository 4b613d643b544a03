package dev.tenrec.infra.settings;

/**
 * Memory of each function in MB. Lambda gives a function one virtual CPU for each 1,769 MB.
 *
 * <p>The defaults stay at or below 3,008 MB, which is all a new AWS account may use.
 *
 * @param capture answers SDKs
 * @param ingest resolves persons and publishes accepted events
 * @param lake writes Parquet files
 * @param commit appends files to the tables
 * @param maintenance compacts the tables
 * @param api answers the console and tools
 * @param query runs insights and SQL
 * @param flags evaluates feature flags
 * @param workflows starts workflow runs and takes them on
 * @param replay stores session recordings
 * @param errors gives exceptions their issues
 * @param assets serves the console and the SDK's scripts
 */
public record Memory(
    int capture,
    int ingest,
    int lake,
    int commit,
    int maintenance,
    int api,
    int query,
    int flags,
    int workflows,
    int replay,
    int errors,
    int assets) {
  private static final int SMALLEST = 256;
  private static final int LARGEST = 10_240;

  /** Sizes that suit up to some hundred million events a month. */
  public static final Memory DEFAULTS =
      new Memory(1024, 1024, 1769, 1024, 3008, 1024, 3008, 1024, 512, 1024, 1769, 512);

  public Memory {
    check("capture", capture);
    check("ingest", ingest);
    check("lake", lake);
    check("commit", commit);
    check("maintenance", maintenance);
    check("api", api);
    check("query", query);
    check("flags", flags);
    check("workflows", workflows);
    check("replay", replay);
    check("errors", errors);
    check("assets", assets);
  }

  private static void check(String function, int megabytes) {
    if (megabytes < SMALLEST || megabytes > LARGEST) {
      throw new SettingsException(
          "memory.%s is %d MB: choose %d to %d MB"
              .formatted(function, megabytes, SMALLEST, LARGEST));
    }
  }
}
