package dev.tenrec.lake.testing;

import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;

/** A file that is not there. */
record MissingFile(String location) implements InputFile {
  @Override
  public long getLength() {
    throw new NotFoundException("%s does not exist", location);
  }

  @Override
  public SeekableInputStream newStream() {
    throw new NotFoundException("%s does not exist", location);
  }

  @Override
  public boolean exists() {
    return false;
  }
}
