package dev.tenrec.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenrec.events.CapturedSnapshots;
import dev.tenrec.events.ProcessedRecordings;
import dev.tenrec.events.RecordingVersion;
import dev.tenrec.events.RejectedData;
import dev.tenrec.recordings.Block;
import dev.tenrec.recordings.BlockFrame;
import dev.tenrec.recordings.Recording;
import dev.tenrec.recordings.RecordingKey;
import dev.tenrec.recordings.TestingBlockStore;
import dev.tenrec.recordings.TestingRecordingStore;
import dev.tenrec.streams.EnvelopeReader;
import dev.tenrec.streams.StreamRecord;
import dev.tenrec.streams.TestingEnvelopeStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Replay over stores and streams in memory. */
final class ReplayRig {
  static final Duration KEPT = Duration.ofDays(30);

  final TestingEnvelopeStream captured = new TestingEnvelopeStream();
  final TestingEnvelopeStream processed = new TestingEnvelopeStream();
  final TestingRecordingStore recordings = new TestingRecordingStore();
  final TestingBlockStore blocks = new TestingBlockStore();
  final List<String> log = new ArrayList<>();
  final Replay replay =
      new Replay(
          new EnvelopeReader(captured.claims()),
          recordings,
          blocks,
          processed,
          KEPT,
          () -> Sent.NOON,
          log::add);

  List<StreamRecord> records(List<CapturedSnapshots> pieces) {
    captured.clear();
    captured.put(pieces);
    return captured.records();
  }

  /** As the mapping does: what failed comes again until it is done. */
  int deliver(List<StreamRecord> records) {
    List<StreamRecord> open = records;
    int tries = 0;
    while (!open.isEmpty() && tries++ < 50) {
      Optional<String> from = replay.consume(open);
      if (from.isEmpty()) {
        return tries;
      }
      int first = open.stream().map(StreamRecord::sequenceNumber).toList().indexOf(from.get());
      open = open.subList(first, open.size());
    }
    return tries;
  }

  void deliver(CapturedSnapshots... pieces) {
    deliver(records(List.of(pieces)));
  }

  /** Nothing is in the way any more. */
  void recover() {
    recordings.failAfter(Integer.MAX_VALUE, 0);
    blocks.failAfter(Integer.MAX_VALUE, false);
  }

  Recording recording(String session) {
    RecordingKey key = new RecordingKey(1, session);
    return (Recording) recordings.read(List.of(key)).get(key);
  }

  List<String> lines(String session) {
    List<String> lines = new ArrayList<>();
    for (Block block : recordings.blocks(new RecordingKey(1, session))) {
      byte[] frame = blocks.read(block.place()).orElseThrow();
      lines.addAll(new String(BlockFrame.lines(frame).orElseThrow(), UTF_8).lines().toList());
    }
    return lines;
  }

  List<RejectedData> rejected() {
    return processed.envelopes().stream()
        .filter(RejectedData.class::isInstance)
        .map(RejectedData.class::cast)
        .toList();
  }

  /** What whoever reads the published versions takes the session's recording to be. */
  RecordingVersion published(String session) {
    return processed.envelopes().stream()
        .filter(ProcessedRecordings.class::isInstance)
        .flatMap(news -> ((ProcessedRecordings) news).recordings().stream())
        .filter(version -> version.sessionId().equals(session))
        .max(Comparator.comparingLong(RecordingVersion::version))
        .orElseThrow();
  }
}
