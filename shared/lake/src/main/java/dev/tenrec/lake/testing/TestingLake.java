package dev.tenrec.lake.testing;

import dev.tenrec.lake.Lake;
import java.time.InstantSource;

/**
 * A lake in memory: its files and its catalog, which outlive the lakes opened over them as S3 and
 * Glue outlive a process.
 */
public final class TestingLake {
  static final String WAREHOUSE = "memory://bucket/lake";

  private final TestingFileIO files;
  private final TestingCatalog catalog;

  public TestingLake(Faults faults, InstantSource clock) {
    this.files = new TestingFileIO(faults, clock);
    this.catalog = new TestingCatalog(faults, files);
  }

  /** Opens the lake as a new process would. */
  public Lake open() {
    return new Lake(catalog, "tenrec", WAREHOUSE);
  }

  /** Remembers everything as it is now; running the result brings it back. */
  public Runnable snapshot() {
    Runnable savedFiles = files.snapshot();
    Runnable savedCatalog = catalog.snapshot();
    return () -> {
      savedFiles.run();
      savedCatalog.run();
    };
  }

  /** The files of the lake. */
  public TestingFileIO files() {
    return files;
  }
}
