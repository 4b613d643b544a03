package dev.tenrec.lake.testing;

import dev.tenrec.lake.objects.ObjectInput;
import dev.tenrec.lake.objects.ObjectOutput;
import dev.tenrec.lake.objects.RangeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
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
        location, OptionalLong.empty(), (offset, length) -> read(location, offset, length));
  }

  private RangeReader.Range read(String location, long offset, int length) {
    faults.step("read " + kind(location));
    byte[] bytes = read(location);
    int from = (int) Math.min(offset, bytes.length);
    int to = (int) Math.min(offset + length, bytes.length);
    return new RangeReader.Range(Arrays.copyOfRange(bytes, from, to), bytes.length);
  }

  @Override
  public OutputFile newOutputFile(String location) {
    return new ObjectOutput(
        location, content -> write(location, content), () -> newInputFile(location));
  }

  private void write(String location, ObjectOutput.Content content) {
    byte[] bytes =
        switch (content) {
          case ObjectOutput.Content.InMemory(byte[] memory) -> memory;
          case ObjectOutput.Content.OnDisk(Path file) -> contentOf(file);
        };
    faults.step("before write " + kind(location));
    files.put(location, new Stored(bytes, clock.millis()));
    faults.step("after write " + kind(location));
  }

  private static byte[] contentOf(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
}
