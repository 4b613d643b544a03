package dev.tenrec.emulators.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.emulators.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestShardLog {
  private static final int MANY = 1 << 20;

  @TempDir Path directory;
  private final ManualClock clock = new ManualClock();

  private ShardLog open(long segmentBytes) throws IOException {
    return ShardLog.open(directory, 0, clock, segmentBytes);
  }

  private static List<NewRecord> records(String... keys) {
    return Stream.of(keys).map(key -> new NewRecord(key, ("data of " + key).getBytes())).toList();
  }

  private static List<String> keys(List<StoredRecord> records) {
    return records.stream().map(StoredRecord::partitionKey).toList();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  @Test
  void readsFromAnySequenceNumberOverManySegments() throws IOException {
    Random random = new Random(7);
    List<Long> sequences = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    try (ShardLog log = open(300_000)) {
      for (int batch = 0; batch < 60; batch++) {
        List<NewRecord> records = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(20); i++) {
          // Now and then larger than what is read from the file at once.
          int size = random.nextInt(40) == 0 ? 600_000 : random.nextInt(3_000);
          sizes.add(size);
          records.add(new NewRecord("key " + (sizes.size() - 1), new byte[size]));
        }
        sequences.addAll(log.append(records));
        clock.advance(Duration.ofMillis(random.nextInt(3)));
      }
    }
    assertThat(files()).hasSizeGreaterThan(3);
    assertThat(sequences).isSorted().doesNotHaveDuplicates();
    try (ShardLog log = open(300_000)) {
      for (int start = 0; start < sequences.size(); start += 13) {
        List<StoredRecord> read = log.read(sequences.get(start), 17, Integer.MAX_VALUE);
        List<Integer> expected =
            IntStream.range(start, Math.min(start + 17, sequences.size())).boxed().toList();
        assertThat(keys(read)).isEqualTo(expected.stream().map(i -> "key " + i).toList());
        assertThat(read.stream().map(record -> record.data().length).toList())
            .isEqualTo(expected.stream().map(sizes::get).toList());
      }
      assertThat(log.read(sequences.getLast() + 1, 10, MANY)).isEmpty();
    }
  }

  @Test
  void cutsOffARecordThatACrashHasTorn() throws IOException {
    try (ShardLog log = open(MANY)) {
      log.append(records("a", "b"));
      log.append(records("torn"));
    }
    Path file = files().getFirst();
    byte[] whole = Files.readAllBytes(file);
    int torn = "torn".length() + "data of torn".length() + 18;
    for (int missing : List.of(1, torn - 9, torn - 8, torn - 1, torn)) {
      Files.write(file, Arrays.copyOf(whole, whole.length - missing));
      try (ShardLog log = open(MANY)) {
        assertThat(keys(log.read(0, 10, MANY))).containsExactly("a", "b");
        log.append(records("c"));
        assertThat(keys(log.read(0, 10, MANY))).containsExactly("a", "b", "c");
      }
    }
  }

  @Test
  void cutsOffWhatFailsItsChecksum() throws IOException {
    try (ShardLog log = open(MANY)) {
      log.append(records("a"));
    }
    Path file = files().getFirst();
    Files.write(file, new byte[100], StandardOpenOption.APPEND);
    try (ShardLog log = open(MANY)) {
      log.append(records("b"));
    }
    try (ShardLog log = open(MANY)) {
      assertThat(keys(log.read(0, 10, MANY))).containsExactly("a", "b");
    }
  }

  @Test
  void tellsOfDamageInTheMiddleInsteadOfHidingRecords() throws IOException {
    try (ShardLog log = open(1)) {
      log.append(records("a"));
      log.append(records("b"));
    }
    Path first = files().getFirst();
    byte[] bytes = Files.readAllBytes(first);
    bytes[bytes.length - 1] ^= 1;
    Files.write(first, bytes);
    try (ShardLog log = open(1)) {
      assertThatThrownBy(() -> log.read(0, 10, MANY))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("damaged in the middle");
    }
  }

  @Test
  void stopsAtTheWantedBytesButReturnsAtLeastOneRecord() throws IOException {
    try (ShardLog log = open(MANY)) {
      log.append(records("a", "b", "c"));
      int size = "data of a".length();

      assertThat(keys(log.read(0, 10, 2 * size))).containsExactly("a", "b");
      assertThat(keys(log.read(0, 10, 2 * size - 1))).containsExactly("a");
      assertThat(keys(log.read(0, 10, 1))).containsExactly("a");
    }
  }

  @Test
  void trimsWholeSegmentsAndNeverReusesSequenceNumbers() throws IOException {
    long last;
    try (ShardLog log = open(1)) {
      log.append(records("old"));
      clock.advance(Duration.ofHours(1));
      log.append(records("middle"));
      clock.advance(Duration.ofHours(1));
      last = log.append(records("new")).getFirst();

      log.trim(Sequence.at(clock.instant().minus(Duration.ofMinutes(90))));
      assertThat(keys(log.read(0, 10, MANY))).containsExactly("middle", "new");
      log.trim(Long.MAX_VALUE);
      assertThat(keys(log.read(0, 10, MANY))).containsExactly("new");
      assertThat(files()).hasSize(1);
    }
    clock.advance(Duration.ofDays(-10));
    try (ShardLog log = open(1)) {
      assertThat(log.last()).isEqualTo(last);
      assertThat(log.append(records("newest")).getFirst()).isEqualTo(last + 1);
    }
  }

  @Test
  void opensAnEmptySegmentThatACrashLeft() throws IOException {
    long last;
    try (ShardLog log = open(1)) {
      last = log.append(records("a")).getFirst();
    }
    Files.createFile(directory.resolve("%020d.log".formatted(last + 5)));
    try (ShardLog log = open(1)) {
      assertThat(keys(log.read(0, 10, MANY))).containsExactly("a");
      assertThat(log.append(records("b")).getFirst()).isGreaterThan(last);
      assertThat(keys(log.read(0, 10, MANY))).containsExactly("a", "b");
    }
  }
}
