package dev.tenrec.lake.testing;

import java.util.function.Supplier;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.inmemory.InMemoryInputFile;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;

/**
 * A file that may not be there, as is seen when it is read.
 *
 * @param location where it is
 * @param read reads it whole
 */
record StoredFile(String location, Supplier<byte[]> read) implements InputFile {
  @Override
  public long getLength() {
    return read.get().length;
  }

  @Override
  public SeekableInputStream newStream() {
    return new InMemoryInputFile(location, read.get()).newStream();
  }

  @Override
  public boolean exists() {
    try {
      return getLength() >= 0;
    } catch (NotFoundException e) {
      return false;
    }
  }
}
