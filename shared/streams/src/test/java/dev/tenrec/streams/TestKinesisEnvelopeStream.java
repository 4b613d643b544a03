package dev.tenrec.streams;

import static dev.tenrec.streams.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.emulators.KinesisEmulator;
import dev.tenrec.emulators.S3Emulator;
import dev.tenrec.events.Envelope;
import dev.tenrec.events.TimeOrderedIds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.s3.S3Client;

class TestKinesisEnvelopeStream extends EnvelopeStreamContract {
  @TempDir private static Path directory;
  private static KinesisEmulator emulator;
  private static S3Emulator buckets;
  private static KinesisClient kinesis;
  private static S3Client s3;

  private final String name = emulator.freshStream("captured", 1);
  private final PartlyFailingKinesis client = new PartlyFailingKinesis();
  private final ClaimStore claims =
      new S3ClaimStore(s3, "data", () -> Samples.NOON, TimeOrderedIds.system());
  private final KinesisEnvelopeStream stream =
      new KinesisEnvelopeStream(
          client,
          name,
          claims,
          new Patience(
              Duration.ZERO,
              Duration.ofMillis(1),
              Duration.ofMillis(1),
              () -> Samples.NOON,
              new Random(1),
              _ -> {}));

  @BeforeAll
  static void start() {
    emulator = KinesisEmulator.start(directory.resolve("kinesis"));
    buckets = S3Emulator.start(directory.resolve("s3"));
    kinesis = emulator.client();
    s3 = buckets.client();
    s3.createBucket(create -> create.bucket("data"));
  }

  @AfterAll
  static void stop() {
    kinesis.close();
    s3.close();
    emulator.close();
    buckets.close();
  }

  @Override
  EnvelopeStream stream() {
    return stream;
  }

  @Override
  EnvelopeReader reader() {
    return new EnvelopeReader(claims);
  }

  @Override
  void refuseAfter(int accepted) {
    client.acceptNext(accepted);
  }

  @Override
  List<StreamRecord> records() {
    List<StreamRecord> records = new ArrayList<>();
    String shard = kinesis.listShards(list -> list.streamName(name)).shards().getFirst().shardId();
    String iterator =
        kinesis
            .getShardIterator(
                get ->
                    get.streamName(name)
                        .shardId(shard)
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    while (true) {
      String from = iterator;
      GetRecordsResponse response = kinesis.getRecords(get -> get.shardIterator(from));
      for (Record record : response.records()) {
        records.add(
            new StreamRecord(
                name,
                shard,
                record.sequenceNumber(),
                record.approximateArrivalTimestamp(),
                record.data().asByteArray()));
      }
      if (response.records().isEmpty() && response.millisBehindLatest() == 0) {
        return records;
      }
      iterator = response.nextShardIterator();
    }
  }

  @Test
  void severalThreadsMayPutAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> puts = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        String person = "p" + thread;
        puts.add(
            threads.submit(
                () ->
                    stream.put(
                        IntStream.range(0, 20)
                            .mapToObj(number -> event(person, number))
                            .toList())));
      }
      for (Future<?> put : puts) {
        put.get();
      }
    }

    assertThat(records()).hasSize(160);
  }

  @Test
  void whatABusyShardRefusesArrivesInTheEndAndInOrder() {
    emulator.faults().refuseEveryRecord(3);
    try {
      patient()
          .put(IntStream.range(0, 60).mapToObj(number -> event("p" + number % 4, number)).toList());
    } finally {
      emulator.faults().refuseEveryRecord(0);
    }

    List<Envelope> arrived = records().stream().map(reader()::read).toList();
    assertThat(arrived).hasSize(60);
    for (int person = 0; person < 4; person++) {
      assertThat(Samples.numbers(arrived, "p" + person)).hasSize(15).isSorted();
    }
  }

  @Test
  void whatIsPutWithoutAnAnswerIsPutAgain() {
    emulator.faults().loseNextAnswers("PutRecords", 1);

    patient().put(List.of(event("ann", 1), event("bob", 1)));

    assertThat(records().stream().map(reader()::read).toList())
        .hasSizeGreaterThan(2)
        .contains(event("ann", 1), event("bob", 1));
  }

  private EnvelopeStream patient() {
    return new KinesisEnvelopeStream(kinesis, name, claims, Patience.of(Duration.ofSeconds(20)));
  }

  @Test
  void claimsAreStoredUnderTheirDate() {
    stream.put(List.of(Samples.rejected("y".repeat(2 << 20))));

    assertThat(
            s3.listObjectsV2(list -> list.bucket("data").prefix("claims/2026-03-01/")).contents())
        .isNotEmpty();
  }

  @Test
  void aClaimThatIsGoneIsEmptyAndAStoreThatIsGoneIsAReasonToComeAgain() {
    assertThat(claims.get("claims/2026-03-01/nothing")).isEmpty();

    ClaimStore gone = new S3ClaimStore(s3, "nowhere", () -> Samples.NOON, TimeOrderedIds.system());
    assertThatThrownBy(() -> gone.put(new byte[1]))
        .isInstanceOf(StreamUnavailableException.class)
        .hasMessageStartingWith("1 bytes could not be stored in s3://nowhere/claims/2026-03-01/");
    assertThatThrownBy(() -> gone.get("claims/x"))
        .isInstanceOf(StreamUnavailableException.class)
        .hasMessage("s3://nowhere/claims/x not read");
  }

  @Test
  void aStreamThatDoesNotExistTakesNothing() {
    EnvelopeStream missing =
        new KinesisEnvelopeStream(kinesis, "missing", claims, Patience.of(Duration.ofSeconds(1)));

    assertThatThrownBy(() -> missing.put(List.of(event("ann", 1))))
        .isInstanceOf(StreamUnavailableException.class)
        .hasMessageStartingWith("Stream missing did not take 1 records: ");
  }

  /** The emulator's client, which on demand sends on only the first records of the next call. */
  private static final class PartlyFailingKinesis implements KinesisClient {
    private int accepted = Integer.MAX_VALUE;

    void acceptNext(int records) {
      accepted = records;
    }

    @Override
    public PutRecordsResponse putRecords(PutRecordsRequest request) {
      int count = request.records().size();
      int limit = Math.min(accepted, count);
      accepted = Integer.MAX_VALUE;
      if (limit == count) {
        return kinesis.putRecords(request);
      }
      List<PutRecordsResultEntry> results =
          new ArrayList<>(
              kinesis
                  .putRecords(
                      request.toBuilder().records(request.records().subList(0, limit)).build())
                  .records());
      while (results.size() < count) {
        results.add(
            PutRecordsResultEntry.builder()
                .errorCode("InternalFailure")
                .errorMessage("on demand")
                .build());
      }
      return PutRecordsResponse.builder().records(results).build();
    }

    @Override
    public String serviceName() {
      return kinesis.serviceName();
    }

    @Override
    public void close() {}
  }
}
