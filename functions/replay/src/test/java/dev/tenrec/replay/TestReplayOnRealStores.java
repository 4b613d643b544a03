package dev.tenrec.replay;

import static dev.tenrec.replay.Sent.NOON;
import static dev.tenrec.replay.Sent.click;
import static dev.tenrec.replay.Sent.page;
import static dev.tenrec.replay.Sent.piece;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.emulators.S3Emulator;
import dev.tenrec.recordings.Block;
import dev.tenrec.recordings.BlockFrame;
import dev.tenrec.recordings.DynamoDbRecordingStore;
import dev.tenrec.recordings.Recording;
import dev.tenrec.recordings.RecordingKey;
import dev.tenrec.recordings.S3BlockStore;
import dev.tenrec.streams.EnvelopeReader;
import dev.tenrec.streams.StreamRecord;
import dev.tenrec.streams.TestingEnvelopeStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReplayOnRealStores {
  private static final long T = NOON.toEpochMilli();

  @Test
  void aBatchThatComesTwiceIsInTheTableAndTheBucketOnce(@TempDir Path directory) {
    try (S3Emulator s3 = S3Emulator.start(directory)) {
      DynamoDbEmulator engine = DynamoDbEmulator.shared();
      DynamoDbRecordingStore recordings =
          new DynamoDbRecordingStore(
              engine.client(), engine.freshTable("sessions"), Duration.ofDays(30));
      S3BlockStore blocks = new S3BlockStore(s3.client(), s3.freshBucket("data"));
      TestingEnvelopeStream captured = new TestingEnvelopeStream();
      Replay replay =
          new Replay(
              new EnvelopeReader(captured.claims()),
              recordings,
              blocks,
              new TestingEnvelopeStream(),
              Duration.ofDays(30),
              () -> NOON,
              _ -> {});
      captured.put(
          List.of(
              piece("s-1", "w", "ann", List.of(page(T, "https://shop.test/"), click(T + 1))),
              piece("s-2", "w", "bob", List.of(click(T))),
              piece("s-1", "w", "ann", List.of(click(T + 900)))));
      List<StreamRecord> records = captured.records();

      assertThat(replay.consume(records.subList(0, 2))).isEmpty();
      assertThat(replay.consume(records)).isEmpty();
      assertThat(replay.consume(records.reversed())).isEmpty();

      RecordingKey key = new RecordingKey(1, "s-1");
      Recording recording = (Recording) recordings.read(List.of(key)).get(key);
      assertThat(recording.facts().counts().clicks()).isEqualTo(2);
      assertThat(recording.activity().milliseconds()).isEqualTo(899);
      List<String> lines = new ArrayList<>();
      for (Block block : recordings.blocks(key)) {
        byte[] frame = blocks.read(block.place()).orElseThrow();
        lines.addAll(new String(BlockFrame.lines(frame).orElseThrow(), UTF_8).lines().toList());
      }
      assertThat(lines)
          .containsExactly(
              page(T, "https://shop.test/").line("w"),
              click(T + 1).line("w"),
              click(T + 900).line("w"));
      LocalDate day = LocalDate.of(2026, 3, 1);
      assertThat(recordings.list(1, day, day))
          .extracting(listed -> listed.key().session())
          .containsExactlyInAnyOrder("s-1", "s-2");
    }
  }
}
