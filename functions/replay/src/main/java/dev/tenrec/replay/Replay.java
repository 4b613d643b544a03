package dev.tenrec.replay;

import dev.tenrec.events.Envelope;
import dev.tenrec.events.RejectedData;
import dev.tenrec.recordings.BlockStore;
import dev.tenrec.recordings.RecordingKey;
import dev.tenrec.recordings.RecordingStore;
import dev.tenrec.stores.batches.StoreUnavailableException;
import dev.tenrec.streams.EnvelopeReader;
import dev.tenrec.streams.EnvelopeStream;
import dev.tenrec.streams.StreamConsumer;
import dev.tenrec.streams.StreamRecord;
import dev.tenrec.streams.StreamUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Stores batches of captured recordings.
 *
 * <p>Guarantees: every piece is in its recording once, however often and in whatever order and
 * batches it comes; a recording's summary is what its blocks say together, and its latest version
 * is published after every change; a piece that cannot be replayed is published as rejected data
 * and holds up nothing; when a store or stream does not answer, the batch comes again from the
 * records that are not done.
 */
public final class Replay implements StreamConsumer {
  private final EnvelopeReader reader;
  private final RecordingWriter writer;
  private final EnvelopeStream processed;
  private final Duration kept;
  private final InstantSource clock;
  private final Consumer<String> log;

  /**
   * @param kept how long after its last change a recording is kept
   */
  public Replay(
      EnvelopeReader reader,
      RecordingStore recordings,
      BlockStore blocks,
      EnvelopeStream processed,
      Duration kept,
      InstantSource clock,
      Consumer<String> log) {
    this.reader = reader;
    this.writer = new RecordingWriter(recordings, blocks);
    this.processed = processed;
    this.kept = kept;
    this.clock = clock;
    this.log = log;
  }

  @Override
  public Optional<String> consume(List<StreamRecord> records) {
    Instant started = clock.instant();
    BatchLine line = new BatchLine(records.size(), 0, 0, 0);
    Slice slice = new Slice(records.getFirst());
    try {
      for (StreamRecord record : records) {
        if (slice.isFull()) {
          line = line.plus(finish(slice));
          slice = new Slice(record);
        }
        slice.add(record, reader);
      }
      line = line.plus(finish(slice));
      log.accept(line.done(started, clock.instant()));
      return Optional.empty();
    } catch (StoreUnavailableException | StreamUnavailableException failure) {
      log.accept(BatchLine.comingAgain(records.size(), slice.sequenceNumber(), failure));
      return Optional.of(slice.sequenceNumber());
    }
  }

  private BatchLine finish(Slice slice) {
    List<RejectedData> rejected = new ArrayList<>(slice.rejected());
    RecordingWriter.Written written = writer.write(slice);
    for (RecordingKey refused : written.refused()) {
      rejected.addAll(slice.refused(refused));
    }
    List<Envelope> published = new ArrayList<>(rejected);
    published.addAll(RecordingNews.of(written.recordings(), kept));
    if (!published.isEmpty()) {
      processed.put(published);
    }
    return new BatchLine(0, slice.pieces(), slice.sessions().size(), rejected.size());
  }
}
