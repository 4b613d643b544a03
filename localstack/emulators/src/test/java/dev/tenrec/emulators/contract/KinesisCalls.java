package dev.tenrec.emulators.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** Calls of Kinesis that its contract is made of, on a stream of the test's own. */
abstract class KinesisCalls {
  protected static final BigInteger KEYS = BigInteger.TWO.pow(128);
  protected static final String FIRST = "shardId-000000000000";

  protected final String stream = "contract-" + UUID.randomUUID();
  protected KinesisClient kinesis;

  protected abstract KinesisClient client();

  @BeforeEach
  void connect() {
    kinesis = client();
  }

  @AfterEach
  void deleteStream() {
    if (kinesis.listStreams().streamNames().contains(stream)) {
      kinesis.deleteStream(delete -> delete.streamName(stream));
    }
    kinesis.close();
  }

  protected final void create(int shards) {
    kinesis.createStream(create -> create.streamName(stream).shardCount(shards));
    awaitActive();
  }

  protected final void awaitActive() {
    kinesis.waiter().waitUntilStreamExists(describe -> describe.streamName(stream));
  }

  protected final List<PutRecordsResultEntry> put(List<String> keys) {
    var answer = kinesis.putRecords(it -> it.streamName(stream).records(entries(keys)));
    assertThat(answer.failedRecordCount()).isZero();
    return answer.records();
  }

  protected static List<PutRecordsRequestEntry> entries(List<String> keys) {
    return IntStream.range(0, keys.size())
        .mapToObj(
            i ->
                PutRecordsRequestEntry.builder()
                    .partitionKey(keys.get(i))
                    .data(SdkBytes.fromUtf8String("" + i))
                    .build())
        .toList();
  }

  protected final String iterator(String shard, ShardIteratorType type) {
    return iterator(it -> it.shardId(shard).shardIteratorType(type));
  }

  protected final String iterator(Consumer<GetShardIteratorRequest.Builder> request) {
    return kinesis
        .getShardIterator(it -> it.streamName(stream).applyMutation(request))
        .shardIterator();
  }

  protected final GetRecordsResponse get(String iterator, int limit) {
    return kinesis.getRecords(it -> it.shardIterator(iterator).limit(limit));
  }

  /** Reads until the end of a closed shard or the newest record of an open one. */
  protected final List<Record> readAll(String iterator) {
    List<Record> records = new ArrayList<>();
    GetRecordsResponse page = get(iterator, 10_000);
    records.addAll(page.records());
    while (page.nextShardIterator() != null && page.millisBehindLatest() > 0) {
      page = get(page.nextShardIterator(), 10_000);
      records.addAll(page.records());
    }
    return records;
  }

  protected final GetRecordsResponse lastPage(String iterator) {
    GetRecordsResponse page = get(iterator, 10_000);
    while (page.nextShardIterator() != null) {
      page = get(page.nextShardIterator(), 10_000);
    }
    return page;
  }

  protected static List<String> keys(List<Record> records) {
    return records.stream().map(Record::partitionKey).collect(Collectors.toList());
  }

  protected static String id(int number) {
    return "shardId-%012d".formatted(number);
  }
}
