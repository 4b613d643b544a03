package dev.tenrec.lake.objects;

import dev.tenrec.lake.testing.Faults;
import dev.tenrec.lake.testing.TestingLake;
import java.time.InstantSource;
import org.apache.iceberg.io.SupportsPrefixOperations;

class TestTestingFileIO extends FileIoContract {
  private final SupportsPrefixOperations files =
      new TestingLake(new Faults(), InstantSource.system()).files();

  @Override
  SupportsPrefixOperations files() {
    return files;
  }

  @Override
  String folder() {
    return "memory://bucket/folder/";
  }
}
