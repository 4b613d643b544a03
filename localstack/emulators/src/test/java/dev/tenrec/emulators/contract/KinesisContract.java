package dev.tenrec.emulators.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/**
 * What Tenrec relies on in Kinesis, to be held by every implementation and by the real service. It
 * waits for a stream to become active after each change, which only the real service makes last.
 */
public abstract class KinesisContract extends KinesisStreamContract {
  @Test
  void returnsARecordAsItWasPut() {
    create(1);
    byte[] data = {0, 1, (byte) 0xff, '"', '{'};

    var put =
        kinesis.putRecord(
            it ->
                it.streamName(stream).partitionKey("schlüssel").data(SdkBytes.fromByteArray(data)));
    Record record = readAll(iterator(FIRST, ShardIteratorType.TRIM_HORIZON)).getFirst();

    assertThat(put.shardId()).isEqualTo(FIRST);
    assertThat(record.sequenceNumber()).isEqualTo(put.sequenceNumber());
    assertThat(record.partitionKey()).isEqualTo("schlüssel");
    assertThat(record.data().asByteArray()).isEqualTo(data);
    assertThat(record.approximateArrivalTimestamp())
        .isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now().plusSeconds(60));
  }

  @Test
  void keepsTheOrderWithinAShardWithGrowingSequenceNumbers() {
    create(2);

    List<String> keys = IntStream.range(0, 200).mapToObj(i -> "person-" + i % 17).toList();
    List<PutRecordsResultEntry> results = put(keys);

    for (String shard : List.of(FIRST, id(1))) {
      List<Record> records = readAll(iterator(shard, ShardIteratorType.TRIM_HORIZON));
      List<Integer> expected =
          IntStream.range(0, 200)
              .filter(i -> results.get(i).shardId().equals(shard))
              .boxed()
              .toList();
      assertThat(records.stream().map(record -> record.data().asUtf8String()).toList())
          .isNotEmpty()
          .isEqualTo(expected.stream().map(i -> "" + i).toList());
      assertThat(records.stream().map(Record::sequenceNumber).toList())
          .isEqualTo(expected.stream().map(i -> results.get(i).sequenceNumber()).toList());
      assertThat(records.stream().map(record -> new BigInteger(record.sequenceNumber())).toList())
          .isSorted()
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void routesByTheMd5OfTheKeyOrByTheHashKeyThatIsGiven() {
    create(2);

    // MD5 of "a" begins with 0c, that of "b" with 92.
    assertThat(put(List.of("a", "b", "a")))
        .extracting(PutRecordsResultEntry::shardId)
        .containsExactly(FIRST, id(1), FIRST);
    assertThat(
            kinesis
                .putRecord(
                    it ->
                        it.streamName(stream)
                            .partitionKey("a")
                            .explicitHashKey(KEYS.subtract(BigInteger.ONE).toString())
                            .data(SdkBytes.fromUtf8String("x")))
                .shardId())
        .isEqualTo(id(1));
  }

  @Test
  void positionsByEveryTypeOfIterator() {
    create(1);
    List<PutRecordsResultEntry> early = put(List.of("a", "b", "c"));
    String latest = iterator(FIRST, ShardIteratorType.LATEST);
    String second = early.get(1).sequenceNumber();

    put(List.of("d"));

    assertThat(keys(readAll(iterator(FIRST, ShardIteratorType.TRIM_HORIZON))))
        .containsExactly("a", "b", "c", "d");
    assertThat(keys(readAll(latest))).containsExactly("d");
    assertThat(keys(readAll(iteratorAt(ShardIteratorType.AT_SEQUENCE_NUMBER, second))))
        .containsExactly("b", "c", "d");
    assertThat(keys(readAll(iteratorAt(ShardIteratorType.AFTER_SEQUENCE_NUMBER, second))))
        .containsExactly("c", "d");
    assertThat(keys(readAll(iteratorAt(Instant.now().minus(1, ChronoUnit.HOURS)))))
        .containsExactly("a", "b", "c", "d");
  }

  @Test
  void positionsByTheTimeOfArrival() {
    create(1);
    put(List.of("a"));
    Record first = readAll(iterator(FIRST, ShardIteratorType.TRIM_HORIZON)).getFirst();

    Instant arrival = first.approximateArrivalTimestamp();

    assertThat(keys(readAll(iteratorAt(arrival)))).containsExactly("a");
    assertThatThrownBy(() -> iteratorAt(Instant.now().plus(1, ChronoUnit.HOURS)))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void returnsRecordsInPagesAndTellsHowFarBehindTheyAre() {
    create(1);
    put(IntStream.range(0, 25).mapToObj(i -> "" + i).toList());

    String iterator = iterator(FIRST, ShardIteratorType.TRIM_HORIZON);
    GetRecordsResponse page = get(iterator, 10);
    GetRecordsResponse second = get(page.nextShardIterator(), 10);
    GetRecordsResponse third = get(second.nextShardIterator(), 10);
    GetRecordsResponse end = get(third.nextShardIterator(), 10);

    assertThat(page.records()).hasSize(10);
    assertThat(keys(second.records())).startsWith("10").endsWith("19");
    assertThat(third.records()).hasSize(5);
    assertThat(third.millisBehindLatest()).isZero();
    assertThat(end.records()).isEmpty();
    assertThat(end.nextShardIterator()).isNotEmpty();
    put(List.of("next"));
    assertThat(keys(readAll(end.nextShardIterator()))).containsExactly("next");
  }

  @Test
  protected void refusesWhatIsTooLarge() {
    create(1);
    List<PutRecordsRequestEntry> many =
        entries(IntStream.range(0, 501).mapToObj(i -> "" + i).toList());
    SdkBytes large = SdkBytes.fromByteArray(new byte[(1 << 20) + 1]);

    assertRefused(() -> kinesis.putRecords(it -> it.streamName(stream).records(many)));
    assertRefused(
        () -> kinesis.putRecord(it -> it.streamName(stream).partitionKey("a").data(large)));
    assertRefused(
        () ->
            kinesis.putRecord(
                it -> it.streamName(stream).partitionKey("k".repeat(257)).data(small())));
    assertThat(readAll(iterator(FIRST, ShardIteratorType.TRIM_HORIZON))).isEmpty();
  }

  @Test
  void takesFiveHundredRecordsAndAMegabyteInOne() {
    create(1);
    SdkBytes large = SdkBytes.fromByteArray(new byte[(1 << 20) - 1]);

    put(IntStream.range(0, 500).mapToObj(i -> "" + i).toList());
    kinesis.putRecord(it -> it.streamName(stream).partitionKey("a").data(large));

    List<Record> records = readAll(iterator(FIRST, ShardIteratorType.TRIM_HORIZON));
    assertThat(records).hasSize(501);
    assertThat(records.getLast().data().asByteArray()).hasSize((1 << 20) - 1);
  }

  private String iteratorAt(ShardIteratorType type, String sequence) {
    return iterator(
        it -> it.shardId(FIRST).shardIteratorType(type).startingSequenceNumber(sequence));
  }

  private String iteratorAt(Instant moment) {
    return iterator(
        it ->
            it.shardId(FIRST).shardIteratorType(ShardIteratorType.AT_TIMESTAMP).timestamp(moment));
  }

  private static void assertRefused(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            KinesisException.class, e -> assertThat(e.statusCode()).isEqualTo(400));
  }

  private static SdkBytes small() {
    return SdkBytes.fromUtf8String("x");
  }
}
