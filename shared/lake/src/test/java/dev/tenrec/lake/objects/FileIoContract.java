package dev.tenrec.lake.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.RangeReadable;
import org.apache.iceberg.io.SeekableInputStream;
import org.apache.iceberg.io.SupportsPrefixOperations;
import org.junit.jupiter.api.Test;

/** What Iceberg and the lake's functions ask of files. */
abstract class FileIoContract {
  abstract SupportsPrefixOperations files();

  /** A place that no other test uses, with a slash at the end. */
  abstract String folder();

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static void write(FileIO files, String location, byte[] bytes) throws IOException {
    try (OutputStream output = files.newOutputFile(location).create()) {
      output.write(bytes);
    }
  }

  private static byte[] read(InputFile file) throws IOException {
    try (SeekableInputStream stream = file.newStream()) {
      return stream.readAllBytes();
    }
  }

  @Test
  void givesBackWhatWasWritten() throws IOException {
    SupportsPrefixOperations files = files();
    for (int length : List.of(1, 1_000, 9_000_000, 17_000_000)) {
      String location = folder() + length;
      write(files, location, bytes(length));

      assertThat(read(files.newInputFile(location))).isEqualTo(bytes(length));
      assertThat(read(files.newInputFile(location, length))).isEqualTo(bytes(length));
      assertThat(files.newInputFile(location).getLength()).isEqualTo(length);
      assertThat(files.newInputFile(location, length).getLength()).isEqualTo(length);
    }
  }

  @Test
  void readsFromAnyPlace() throws IOException {
    SupportsPrefixOperations files = files();
    String location = folder() + "ranges";
    byte[] bytes = bytes(10_000);
    write(files, location, bytes);

    try (SeekableInputStream stream = files.newInputFile(location).newStream()) {
      stream.seek(9_000);
      assertThat(stream.readAllBytes())
          .isEqualTo(java.util.Arrays.copyOfRange(bytes, 9_000, 10_000));
      stream.seek(10);
      assertThat(stream.read()).isEqualTo(bytes[10] & 0xff);
      assertThat(stream.getPos()).isEqualTo(11);
      stream.seek(10_000);
      assertThat(stream.read()).isEqualTo(-1);

      byte[] range = new byte[20];
      ((RangeReadable) stream).readFully(500, range, 5, 10);
      assertThat(java.util.Arrays.copyOfRange(range, 5, 15))
          .isEqualTo(java.util.Arrays.copyOfRange(bytes, 500, 510));
      assertThat(((RangeReadable) stream).readTail(range, 0, 20)).isEqualTo(20);
      assertThat(range).isEqualTo(java.util.Arrays.copyOfRange(bytes, 9_980, 10_000));
      assertThatThrownBy(() -> ((RangeReadable) stream).readFully(9_990, range, 0, 20))
          .isInstanceOf(EOFException.class);
    }
  }

  @Test
  void saysThatAFileIsNotThere() {
    InputFile missing = files().newInputFile(folder() + "missing");

    assertThat(missing.exists()).isFalse();
    assertThatThrownBy(() -> read(missing)).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(missing::getLength).isInstanceOf(NotFoundException.class);
  }

  @Test
  void deletesFilesAndDoesNotMindMissingOnes() throws IOException {
    SupportsPrefixOperations files = files();
    String location = folder() + "deleted";
    write(files, location, bytes(10));
    assertThat(files.newInputFile(location).exists()).isTrue();

    files.deleteFile(location);
    files.deleteFile(location);

    assertThat(files.newInputFile(location).exists()).isFalse();
  }

  @Test
  void listsTheFilesOfAFolder() throws IOException {
    SupportsPrefixOperations files = files();
    String folder = folder();
    write(files, folder + "data/day=1/a", bytes(10));
    write(files, folder + "data/b", bytes(20));
    write(files, folder + "other/c", bytes(30));

    List<String> found = new ArrayList<>();
    files
        .listPrefix(folder + "data/")
        .forEach(
            file -> {
              assertThat(file.createdAtMillis()).isPositive();
              found.add(file.location() + " " + file.size());
            });
    assertThat(found).containsExactlyInAnyOrder(folder + "data/day=1/a 10", folder + "data/b 20");
  }
}
