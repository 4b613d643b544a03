package dev.tenrec.lake.objects;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/**
 * An object that is written whole when its stream is closed. A large one waits on disk until then.
 *
 * @param location where it will be
 * @param write writes it
 * @param input reads it again
 */
public record ObjectOutput(String location, Consumer<Content> write, Supplier<InputFile> input)
    implements OutputFile {
  private static final int MOST_IN_MEMORY = 16 * 1024 * 1024;

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

  /** What is to be written. */
  public sealed interface Content {
    /**
     * Bytes in memory.
     *
     * @param bytes the whole object
     */
    record InMemory(byte[] bytes) implements Content {}

    /**
     * A file on disk.
     *
     * @param file the whole object
     */
    record OnDisk(Path file) implements Content {}
  }

  private static final class Upload extends PositionOutputStream {
    private final Consumer<Content> write;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Path file;
    private OutputStream disk;
    private long position;
    private boolean closed;

    Upload(Consumer<Content> write) {
      this.write = write;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
      if (disk == null && position + length > MOST_IN_MEMORY) {
        file = Files.createTempFile("upload", ".tmp");
        disk = Files.newOutputStream(file);
        memory.writeTo(disk);
        memory.reset();
      }
      (disk == null ? memory : disk).write(buffer, offset, length);
      position += length;
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      if (disk == null) {
        write.accept(new Content.InMemory(memory.toByteArray()));
        return;
      }
      disk.close();
      try {
        write.accept(new Content.OnDisk(file));
      } finally {
        deleteFile();
      }
    }

    private void deleteFile() {
      try {
        Files.delete(file);
      } catch (IOException e) {
        throw new UncheckedIOException("could not delete " + file, e);
      }
    }
  }
}
