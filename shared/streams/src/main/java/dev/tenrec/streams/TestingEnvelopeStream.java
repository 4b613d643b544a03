package dev.tenrec.streams;

import dev.tenrec.events.Envelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A stream of one shard in memory, for tests. It packs envelopes into the same records as the real
 * one and refuses them on demand.
 */
public final class TestingEnvelopeStream implements EnvelopeStream {
  /** When every record arrived. */
  public static final Instant ARRIVAL = Instant.parse("2026-01-01T00:00:00Z");

  private final TestingClaimStore claims = new TestingClaimStore();
  private final EnvelopeReader reader = new EnvelopeReader(claims);
  private final RecordPacker packer = new RecordPacker(claims);
  private final List<StreamRecord> records = new ArrayList<>();
  private long firstSequenceNumber = 1;
  private int refusals;
  private int acceptedBeforeRefusal;

  /** The next {@code puts} calls of {@link #put} fail and take nothing. */
  public synchronized void refuse(int puts) {
    refusals = puts;
    acceptedBeforeRefusal = 0;
  }

  /** The next call of {@link #put} fails after it has taken that many records. */
  public synchronized void refuseAfter(int accepted) {
    refusals = 1;
    acceptedBeforeRefusal = accepted;
  }

  @Override
  public synchronized void put(List<? extends Envelope> envelopes) {
    List<PackedRecord> packed =
        envelopes.stream().flatMap(envelope -> packer.pack(envelope).stream()).toList();
    if (packed.isEmpty()) {
      return;
    }
    boolean refused = refusals > 0;
    packed.stream().limit(refused ? acceptedBeforeRefusal : packed.size()).forEach(this::accept);
    if (refused) {
      refusals--;
      throw new StreamUnavailableException("The stream refuses on demand");
    }
  }

  /** Every record taken, oldest first. */
  public synchronized List<StreamRecord> records() {
    return List.copyOf(records);
  }

  /** Every envelope taken, oldest first, as a reader gets it. */
  public synchronized List<Envelope> envelopes() {
    return records.stream().map(reader::read).toList();
  }

  /** Forgets the records taken; sequence numbers go on. */
  public synchronized void clear() {
    firstSequenceNumber += records.size();
    records.clear();
  }

  /** Where bodies too large for a record are. */
  public TestingClaimStore claims() {
    return claims;
  }

  private void accept(PackedRecord record) {
    records.add(
        new StreamRecord(
            "testing",
            "shardId-000000000000",
            String.valueOf(firstSequenceNumber + records.size()),
            ARRIVAL,
            record.data()));
  }
}
