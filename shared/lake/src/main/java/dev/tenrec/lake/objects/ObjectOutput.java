package dev.tenrec.lake.objects;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/**
 * An object that is written whole when its stream is closed.
 *
 * @param location where it will be
 * @param write writes it
 * @param input reads it again
 */
record ObjectOutput(String location, Consumer<byte[]> write, Supplier<InputFile> input)
    implements OutputFile {
  @Override
  public PositionOutputStream create() {
    return new Upload(write);
  }

  // Iceberg's names are unique: there is never anything to overwrite.
  @Override
  public PositionOutputStream createOrOverwrite() {
    return create();
  }

  @Override
  public InputFile toInputFile() {
    return input.get();
  }

  private static final class Upload extends PositionOutputStream {
    private final Consumer<byte[]> write;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean closed;

    Upload(Consumer<byte[]> write) {
      this.write = write;
    }

    @Override
    public long getPos() {
      return bytes.size();
    }

    @Override
    public void write(int value) {
      bytes.write(value);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
      bytes.write(buffer, offset, length);
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        write.accept(bytes.toByteArray());
      }
    }
  }
}
