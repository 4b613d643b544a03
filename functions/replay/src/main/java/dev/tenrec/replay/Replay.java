package dev.tenrec.replay;

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
 * batches it comes; a recording's summary is what its blocks say together; a piece that cannot be
 * replayed is published as rejected data and holds up nothing; when a store or stream does not
 * answer, the batch comes again from the records that are not done.
 */
public final class Replay implements StreamConsumer {
  private final EnvelopeReader reader;
  private final RecordingWriter writer;
  private final EnvelopeStream processed;
  private final InstantSource clock;
  private final Consumer<String> log;

  public Replay(
      EnvelopeReader reader,
      RecordingStore recordings,
      BlockStore blocks,
      EnvelopeStream processed,
      InstantSource clock,
      Consumer<String> log) {
    this.reader = reader;
    this.writer = new RecordingWriter(recordings, blocks);
    this.processed = processed;
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
    for (RecordingKey refused : writer.write(slice)) {
      rejected.addAll(slice.refused(refused));
    }
    if (!rejected.isEmpty()) {
      processed.put(rejected);
    }
    return new BatchLine(0, slice.pieces(), slice.sessions().size(), rejected.size());
  }
}
