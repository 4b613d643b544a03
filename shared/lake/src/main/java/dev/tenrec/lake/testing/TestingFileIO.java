package dev.tenrec.lake.testing;

import dev.tenrec.lake.objects.ObjectInput;
import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.io.SupportsPrefixOperations;

/** Files in memory, written whole or not at all, as in S3. */
public final class TestingFileIO implements SupportsPrefixOperations {
  private static final long serialVersionUID = 1;

  private final transient Faults faults;
  private final transient InstantSource clock;
  private final transient Map<String, Stored> files = new ConcurrentSkipListMap<>();

  TestingFileIO(Faults faults, InstantSource clock) {
    this.faults = faults;
    this.clock = clock;
  }

  private record Stored(byte[] bytes, long createdAtMillis) {}

  /** Where all files are. */
  public List<String> locations() {
    return List.copyOf(files.keySet());
  }

  /** The bytes of a file. */
  public byte[] read(String location) {
    Stored stored = files.get(location);
    if (stored == null) {
      throw new NotFoundException("%s does not exist", location);
    }
    return stored.bytes().clone();
  }

  Runnable snapshot() {
    Map<String, Stored> saved = Map.copyOf(files);
    return () -> {
      files.clear();
      files.putAll(saved);
    };
  }

  @Override
  public InputFile newInputFile(String location) {
    return new ObjectInput(
        location,
        () -> {
          faults.step("read " + kind(location));
          return read(location);
        });
  }

  @Override
  public OutputFile newOutputFile(String location) {
    return new OutputFile() {
      @Override
      public PositionOutputStream create() {
        return new Upload(location);
      }

      @Override
      public PositionOutputStream createOrOverwrite() {
        return create();
      }

      @Override
      public String location() {
        return location;
      }

      @Override
      public InputFile toInputFile() {
        return newInputFile(location);
      }
    };
  }

  @Override
  public void deleteFile(String location) {
    faults.step("before delete " + kind(location));
    files.remove(location);
    faults.step("after delete " + kind(location));
  }

  @Override
  public Iterable<FileInfo> listPrefix(String prefix) {
    faults.step("list");
    return files.entrySet().stream()
        .filter(file -> file.getKey().startsWith(prefix))
        .map(
            file ->
                new FileInfo(
                    file.getKey(),
                    file.getValue().bytes().length,
                    file.getValue().createdAtMillis()))
        .toList();
  }

  @Override
  public void deletePrefix(String prefix) {
    files.keySet().removeIf(location -> location.startsWith(prefix));
  }

  private static String kind(String location) {
    return location.substring(location.lastIndexOf('.') + 1);
  }

  private final class Upload extends PositionOutputStream {
    private final String location;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean closed;

    Upload(String location) {
      this.location = location;
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
        faults.step("before write " + kind(location));
        files.put(location, new Stored(bytes.toByteArray(), clock.millis()));
        faults.step("after write " + kind(location));
      }
    }
  }
}
