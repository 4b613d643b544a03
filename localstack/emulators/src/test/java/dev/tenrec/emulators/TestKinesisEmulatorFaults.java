package dev.tenrec.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** What only our emulator does: injected failures, limits on demand, a clock of one's own. */
class TestKinesisEmulatorFaults {
  private static final String FIRST = "shardId-000000000000";

  @TempDir Path directory;
  private final ManualClock clock = new ManualClock();
  private KinesisEmulator emulator;
  private KinesisClient kinesis;
  private String stream;

  @BeforeEach
  void start() {
    emulator = KinesisEmulator.start(directory, 0, clock);
    kinesis =
        LocalClients.local(KinesisClient.builder(), emulator.endpoint())
            .overrideConfiguration(it -> it.retryStrategy(retry -> retry.maxAttempts(1)))
            .build();
    stream = emulator.freshStream("events", 1);
  }

  @AfterEach
  void stop() {
    kinesis.close();
    emulator.close();
  }

  @Test
  void refusesEveryNthRecordAndStoresTheOthersInOrder() {
    emulator.faults().refuseEveryRecord(3);

    PutRecordsResponse answer = put("1", "2", "3", "4", "5", "6", "7");

    assertThat(answer.failedRecordCount()).isEqualTo(2);
    assertThat(answer.records().stream().map(PutRecordsResultEntry::errorCode).toList())
        .containsExactly(null, null, refused(), null, null, refused(), null);
    assertThat(answer.records().get(2).errorMessage()).contains(FIRST, stream);
    assertThat(answer.records().get(2).sequenceNumber()).isNull();
    assertThat(stored()).containsExactly("1", "2", "4", "5", "7");
    emulator.faults().refuseEveryRecord(0);
    assertThat(put("8", "9", "10").failedRecordCount()).isZero();
  }

  @Test
  void failsTheNextCallsWithoutDoingThem() {
    emulator.faults().failNext("PutRecords", 1);
    emulator.faults().refuseNext("PutRecords", 1);

    assertThatThrownBy(() -> put("lost"))
        .isInstanceOfSatisfying(
            KinesisException.class, e -> assertThat(e.statusCode()).isEqualTo(500));
    assertThatThrownBy(() -> put("lost"))
        .isInstanceOf(ProvisionedThroughputExceededException.class);
    put("kept");
    assertThat(stored()).containsExactly("kept");
  }

  @Test
  void losesTheAnswerOfACallThatIsDone() {
    emulator.faults().loseNextAnswers("PutRecords", 1);

    assertThatThrownBy(() -> put("once")).isInstanceOf(KinesisException.class);
    put("once");

    assertThat(stored()).containsExactly("once", "once");
  }

  @Test
  void takesAThousandRecordsASecondIntoAShardWhenLimitsAreOn() {
    emulator.faults().enforceShardLimits();
    String[] batch = IntStream.range(0, 500).mapToObj(i -> "" + i).toArray(String[]::new);

    assertThat(put(batch).failedRecordCount()).isZero();
    assertThat(put(batch).failedRecordCount()).isZero();
    PutRecordsResponse third = put("over");
    assertThat(third.records().getFirst().errorCode()).isEqualTo(refused());
    assertThatThrownBy(
            () ->
                kinesis.putRecord(
                    it ->
                        it.streamName(stream).partitionKey("k").data(SdkBytes.fromUtf8String("x"))))
        .isInstanceOf(ProvisionedThroughputExceededException.class);

    clock.advance(Duration.ofSeconds(1));
    assertThat(put("over").failedRecordCount()).isZero();
  }

  @Test
  void takesAMebibyteASecondIntoAShardWhenLimitsAreOn() {
    emulator.faults().enforceShardLimits();
    String half = "x".repeat((1 << 19) - 100);

    PutRecordsResponse answer = put(half, half, half);

    assertThat(answer.records().stream().map(PutRecordsResultEntry::errorCode).toList())
        .containsExactly(null, null, refused());
  }

  @Test
  void showsNoRecordPastTheRetention() {
    String early = iterator(ShardIteratorType.TRIM_HORIZON);
    put("old");
    clock.advance(Duration.ofHours(12));
    put("new");
    assertThat(stored()).containsExactly("old", "new");

    clock.advance(Duration.ofHours(13));

    assertThat(stored()).containsExactly("new");
    assertThatThrownBy(() -> kinesis.getRecords(it -> it.shardIterator(early)))
        .isInstanceOf(ExpiredIteratorException.class);
    clock.advance(Duration.ofHours(12));
    assertThat(stored()).isEmpty();
    put("later");
    assertThat(stored()).containsExactly("later");
  }

  @Test
  void forgetsAClosedShardWhoseRecordsArePastTheRetention() {
    put("old");
    kinesis.splitShard(it -> it.streamName(stream).shardToSplit(FIRST).newStartingHashKey("1000"));
    assertThat(shardIds()).hasSize(3);

    clock.advance(Duration.ofHours(25));

    assertThat(shardIds()).containsExactly("shardId-000000000001", "shardId-000000000002");
    assertThat(kinesis.listShards(it -> it.streamName(stream)).shards())
        .allMatch(shard -> shard.parentShardId() == null);
    assertThat(directory.resolve(stream).resolve(FIRST)).doesNotExist();
  }

  @Test
  void tellsHowFarAReaderIsBehind() {
    put("a", "b");
    clock.advance(Duration.ofMinutes(3));

    String iterator = iterator(ShardIteratorType.TRIM_HORIZON);
    GetRecordsResponse page = kinesis.getRecords(it -> it.shardIterator(iterator).limit(1));

    assertThat(page.millisBehindLatest()).isEqualTo(180_000);
    assertThat(page.records().getFirst().approximateArrivalTimestamp())
        .isEqualTo(clock.instant().minus(Duration.ofMinutes(3)));
  }

  @Test
  void keepsGrowingSequenceNumbersWhenTheClockGoesBack() {
    String first = put("a").records().getFirst().sequenceNumber();
    clock.advance(Duration.ofDays(-1));

    String second = put("b").records().getFirst().sequenceNumber();

    assertThat(second).isGreaterThan(first).hasSameSizeAs(first);
  }

  private static String refused() {
    return "ProvisionedThroughputExceededException";
  }

  private PutRecordsResponse put(String... data) {
    List<PutRecordsRequestEntry> entries =
        List.of(data).stream()
            .map(
                it ->
                    PutRecordsRequestEntry.builder()
                        .partitionKey("key")
                        .data(SdkBytes.fromUtf8String(it))
                        .build())
            .toList();
    return kinesis.putRecords(it -> it.streamName(stream).records(entries));
  }

  private String iterator(ShardIteratorType type) {
    return kinesis
        .getShardIterator(it -> it.streamName(stream).shardId(FIRST).shardIteratorType(type))
        .shardIterator();
  }

  private List<String> stored() {
    String iterator = iterator(ShardIteratorType.TRIM_HORIZON);
    List<Record> records = kinesis.getRecords(it -> it.shardIterator(iterator)).records();
    return records.stream().map(record -> record.data().asUtf8String()).toList();
  }

  private List<String> shardIds() {
    return kinesis.listShards(it -> it.streamName(stream)).shards().stream()
        .map(Shard::shardId)
        .toList();
  }
}
