package dev.tenrec.lake.objects;

import java.util.function.Supplier;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.inmemory.InMemoryInputFile;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;

/**
 * An object that is read whole. Whether it is there is seen when it is read.
 *
 * @param location where it is
 * @param read reads it; throws {@link NotFoundException} where there is none
 */
public record ObjectInput(String location, Supplier<byte[]> read) implements InputFile {
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
    } catch (NotFoundException missing) {
      return false;
    }
  }
}
