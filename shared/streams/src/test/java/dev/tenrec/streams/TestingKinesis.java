package dev.tenrec.streams;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.IntPredicate;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/** A Kinesis client that holds the limits of a call and follows a script of faults. */
final class TestingKinesis implements KinesisClient {
  private final Queue<Step> script = new ArrayDeque<>();
  private final List<List<PutRecordsRequestEntry>> calls = new ArrayList<>();
  private final List<PutRecordsRequestEntry> accepted = new ArrayList<>();

  private sealed interface Step {
    record Refuse(IntPredicate records) implements Step {}

    record Fail(RuntimeException failure) implements Step {}
  }

  /** One of the next calls refuses the records at these places. */
  TestingKinesis refusing(IntPredicate records) {
    script.add(new Step.Refuse(records));
    return this;
  }

  /** One of the next calls fails as a whole. */
  TestingKinesis failing(RuntimeException failure) {
    script.add(new Step.Fail(failure));
    return this;
  }

  /** The records of every call made, refused ones included. */
  List<List<PutRecordsRequestEntry>> calls() {
    return calls;
  }

  /** The records accepted. */
  List<PutRecordsRequestEntry> accepted() {
    return accepted;
  }

  @Override
  public PutRecordsResponse putRecords(PutRecordsRequest request) {
    List<PutRecordsRequestEntry> records = request.records();
    calls.add(records);
    int bytes = records.stream().mapToInt(TestingKinesis::size).sum();
    if (records.isEmpty() || records.size() > 500 || bytes > 5 << 20) {
      throw new AssertionError(records.size() + " records of " + bytes + " bytes in one call");
    }
    Step step = script.isEmpty() ? new Step.Refuse(_ -> false) : script.remove();
    return switch (step) {
      case Step.Fail fail -> throw fail.failure();
      case Step.Refuse refuse -> answer(records, refuse.records());
    };
  }

  private PutRecordsResponse answer(List<PutRecordsRequestEntry> records, IntPredicate refused) {
    List<PutRecordsResultEntry> results = new ArrayList<>();
    for (int place = 0; place < records.size(); place++) {
      PutRecordsResultEntry.Builder result = PutRecordsResultEntry.builder();
      if (refused.test(place)) {
        result.errorCode("ProvisionedThroughputExceededException").errorMessage("Rate exceeded");
      } else {
        accepted.add(records.get(place));
        result.sequenceNumber(String.valueOf(accepted.size())).shardId("shardId-000000000000");
      }
      results.add(result.build());
    }
    return PutRecordsResponse.builder().records(results).build();
  }

  private static int size(PutRecordsRequestEntry record) {
    return record.data().asByteArrayUnsafe().length + record.partitionKey().length();
  }

  @Override
  public String serviceName() {
    return "kinesis";
  }

  @Override
  public void close() {}
}
