package dev.tenrec.lake.objects;

import java.util.OptionalLong;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;

/** An object that is read. Whether it is there is seen when it is read. */
public final class ObjectInput implements InputFile {
  private final String location;
  private final RangeReader reader;
  private OptionalLong length;

  /**
   * An object.
   *
   * @param length how long it is, if that is known
   */
  public ObjectInput(String location, OptionalLong length, RangeReader reader) {
    this.location = location;
    this.length = length;
    this.reader = reader;
  }

  @Override
  public synchronized long getLength() {
    if (length.isEmpty()) {
      length = OptionalLong.of(reader.read(0, 1).objectLength());
    }
    return length.getAsLong();
  }

  @Override
  public SeekableInputStream newStream() {
    return new ObjectStream(reader);
  }

  @Override
  public String location() {
    return location;
  }

  @Override
  public boolean exists() {
    try {
      return reader.read(0, 1).objectLength() >= 0;
    } catch (NotFoundException missing) {
      return false;
    }
  }
}
