package dev.tenrec.lake.parquet;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.iceberg.io.RangeReadable;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A file of the lake for parquet-java; each read is one ranged request where there are such. */
final class IcebergInput implements InputFile {
  private final org.apache.iceberg.io.InputFile file;

  IcebergInput(org.apache.iceberg.io.InputFile file) {
    this.file = file;
  }

  @Override
  public long getLength() {
    return file.getLength();
  }

  @Override
  public SeekableInputStream newStream() {
    return new Stream(file.newStream());
  }

  private static final class Stream extends SeekableInputStream {
    private final org.apache.iceberg.io.SeekableInputStream stream;
    private long position;

    Stream(org.apache.iceberg.io.SeekableInputStream stream) {
      this.stream = stream;
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
    public void readFully(byte[] bytes, int start, int length) throws IOException {
      if (stream instanceof RangeReadable ranges) {
        ranges.readFully(position, bytes, start, length);
      } else {
        stream.seek(position);
        if (stream.readNBytes(bytes, start, length) < length) {
          throw new EOFException("the file ends before " + (position + length));
        }
      }
      position += length;
    }

    @Override
    public void readFully(byte[] bytes) throws IOException {
      readFully(bytes, 0, bytes.length);
    }

    @Override
    public void readFully(ByteBuffer buffer) throws IOException {
      byte[] bytes = new byte[buffer.remaining()];
      readFully(bytes);
      buffer.put(bytes);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      readFully(one);
      return one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int start, int length) throws IOException {
      readFully(bytes, start, length);
      return length;
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
      int length = buffer.remaining();
      readFully(buffer);
      return length;
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }
}
