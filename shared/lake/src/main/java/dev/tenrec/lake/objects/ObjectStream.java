package dev.tenrec.lake.objects;

import java.io.EOFException;
import java.io.IOException;
import org.apache.iceberg.io.RangeReadable;
import org.apache.iceberg.io.SeekableInputStream;

/**
 * Reads an object, in order in large parts, or any range at once. A part that fails is tried again
 * by the client, however much has been read before.
 */
final class ObjectStream extends SeekableInputStream implements RangeReadable {
  private static final int PART = 8 * 1024 * 1024;

  private final RangeReader reader;
  private long position;
  private byte[] part = new byte[0];
  private long partStart;
  private long end = Long.MAX_VALUE;

  ObjectStream(RangeReader reader) {
    this.reader = reader;
  }

  @Override
  public long getPos() {
    return position;
  }

  @Override
  public void seek(long newPosition) {
    position = newPosition;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (position < partStart || position >= partStart + part.length) {
      if (position >= end) {
        return -1;
      }
      RangeReader.Range range = reader.read(position, PART);
      part = range.bytes();
      partStart = position;
      end = range.objectLength();
      if (part.length == 0) {
        return -1;
      }
    }
    int from = Math.toIntExact(position - partStart);
    int count = Math.min(length, part.length - from);
    System.arraycopy(part, from, buffer, offset, count);
    position += count;
    return count;
  }

  @Override
  public void readFully(long from, byte[] buffer, int offset, int length) throws IOException {
    byte[] bytes = reader.read(from, length).bytes();
    if (bytes.length < length) {
      throw new EOFException("the object ends before " + (from + length));
    }
    System.arraycopy(bytes, 0, buffer, offset, length);
  }

  @Override
  public int readTail(byte[] buffer, int offset, int length) throws IOException {
    long objectLength = reader.read(0, 1).objectLength();
    int count = (int) Math.min(length, objectLength);
    readFully(objectLength - count, buffer, offset, count);
    return count;
  }
}
