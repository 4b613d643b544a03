package dev.tenrec.emulators.kinesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.emulators.protocol.AwsJsonRequest;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts and gets records. */
final class RecordOperations {
  private static final int RECORDS_PER_CALL = 500;
  private static final int BYTES_PER_CALL = 10 << 20;
  private static final int KEY_LENGTH = 256;

  private final Streams streams;
  private final InstantSource clock;
  private final String account;

  RecordOperations(Streams streams, InstantSource clock, String account) {
    this.streams = streams;
    this.clock = clock;
    this.account = account;
  }

  JsonNode putRecord(AwsJsonRequest request) throws IOException {
    DataStream stream = streams.of(request);
    RoutedRecord record = record(request.body(), "", stream.state().recordLimit());
    return switch (stream.put(List.of(record)).getFirst()) {
      case PutOutcome.Stored stored -> describe(stored);
      case PutOutcome.Refused refused ->
          throw KinesisFaults.tooMany(refusal(stream, refused.shardId()));
    };
  }

  JsonNode putRecords(AwsJsonRequest request) throws IOException {
    DataStream stream = streams.of(request);
    List<RoutedRecord> records = records(request, stream.state().recordLimit());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode entries = JsonNodeFactory.instance.arrayNode(records.size());
    int failed = 0;
    for (PutOutcome outcome : stream.put(records)) {
      switch (outcome) {
        case PutOutcome.Stored stored -> entries.add(describe(stored));
        case PutOutcome.Refused refused -> {
          failed++;
          entries
              .addObject()
              .put("ErrorCode", "ProvisionedThroughputExceededException")
              .put("ErrorMessage", refusal(stream, refused.shardId()));
        }
      }
    }
    answer.put("FailedRecordCount", failed).put("EncryptionType", "NONE").set("Records", entries);
    return answer;
  }

  private static ObjectNode describe(PutOutcome.Stored stored) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("ShardId", stored.shardId())
        .put("SequenceNumber", Sequence.text(stored.sequence()));
  }

  private String refusal(DataStream stream, String shardId) {
    return "Rate exceeded for shard %s in stream %s under account %s."
        .formatted(shardId, stream.state().name(), account);
  }

  private static List<RoutedRecord> records(AwsJsonRequest request, int recordLimit) {
    JsonNode list = request.body().path("Records");
    if (!list.isArray() || list.isEmpty() || list.size() > RECORDS_PER_CALL) {
      throw Checks.validation(
          "records",
          "Member must have length from 1 to " + RECORDS_PER_CALL + ", not " + list.size());
    }
    List<RoutedRecord> records = new ArrayList<>(list.size());
    long bytes = 0;
    for (JsonNode node : list) {
      String name = "records." + (records.size() + 1) + ".member.";
      RoutedRecord record = record(node, name, recordLimit);
      records.add(record);
      bytes += record.record().size();
    }
    if (bytes > BYTES_PER_CALL) {
      throw Checks.invalid(
          "The records of one call have " + bytes + " bytes: send at most " + BYTES_PER_CALL);
    }
    return records;
  }

  private static RoutedRecord record(JsonNode node, String place, int recordLimit) {
    String key = node.path("PartitionKey").asText("");
    if (key.isEmpty() || key.codePointCount(0, key.length()) > KEY_LENGTH) {
      throw Checks.validation(
          place + "partitionKey", "Member must have length from 1 to " + KEY_LENGTH);
    }
    NewRecord record = new NewRecord(key, AwsJsonRequest.bytes(node, "Data"));
    if (record.size() > recordLimit) {
      throw Checks.validation(
          place + "data", "Member must have length less than or equal to " + recordLimit);
    }
    Optional<BigInteger> explicit =
        Optional.ofNullable(node.get("ExplicitHashKey"))
            .filter(value -> !value.isNull())
            .map(JsonNode::asText)
            .map(RecordOperations::hashKey);
    return new RoutedRecord(explicit.orElseGet(() -> HashRange.hash(key)), record);
  }

  static BigInteger hashKey(String text) {
    if (text.matches("0|[1-9]\\d{0,38}") && HashRange.isHash(new BigInteger(text))) {
      return new BigInteger(text);
    }
    throw Checks.invalid("The hash key '" + text + "' must be a number from 0 to 2^128 - 1");
  }

  JsonNode getShardIterator(AwsJsonRequest request) throws IOException {
    DataStream stream = streams.of(request);
    Shard shard = stream.state().shards().require(request.text("ShardId"));
    String type = request.text("ShardIteratorType");
    long sequence =
        switch (type) {
          case "TRIM_HORIZON" -> shard.start();
          case "LATEST" -> stream.last(shard) + 1;
          case "AT_SEQUENCE_NUMBER" -> startingSequence(request);
          case "AFTER_SEQUENCE_NUMBER" -> startingSequence(request) + 1;
          case "AT_TIMESTAMP" -> Sequence.at(startingMoment(request));
          default -> throw Checks.invalid("'" + type + "' is not a type of iterator");
        };
    return JsonNodeFactory.instance
        .objectNode()
        .put("ShardIterator", iterator(stream, shard, sequence));
  }

  private static long startingSequence(AwsJsonRequest request) {
    return Sequence.parse(request.text("StartingSequenceNumber"));
  }

  private Instant startingMoment(AwsJsonRequest request) {
    Instant moment =
        request
            .optionalMoment("Timestamp")
            .orElseThrow(() -> Checks.invalid("AT_TIMESTAMP needs a Timestamp"));
    if (moment.isAfter(clock.instant())) {
      throw Checks.invalid("The timestamp " + moment + " is later than now");
    }
    return moment;
  }

  private String iterator(DataStream stream, Shard shard, long sequence) {
    return new ShardPosition(stream.state().name(), shard.id(), sequence, clock.instant()).token();
  }

  JsonNode getRecords(AwsJsonRequest request) throws IOException {
    ShardPosition position =
        ShardPosition.parse(request.text("ShardIterator")).requireFresh(clock.instant());
    int limit = request.optionalInteger("Limit").orElse(10_000);
    Checks.between("Limit", limit, 1, 10_000);
    DataStream stream = streams.require(position.stream());
    Shard shard = stream.state().shards().require(position.shardId());

    long from = Math.max(position.sequence(), stream.horizon());
    List<StoredRecord> records = stream.read(shard, from, limit, BYTES_PER_CALL);

    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode list = answer.putArray("Records");
    for (StoredRecord record : records) {
      list.addObject()
          .put("SequenceNumber", Sequence.text(record.sequence()))
          .put("PartitionKey", record.partitionKey())
          .put("Data", record.data())
          .set(
              "ApproximateArrivalTimestamp",
              request.encoding().moment(Sequence.arrival(record.sequence())));
    }
    long next = records.isEmpty() ? from : records.getLast().sequence() + 1;
    // First whether the shard is closed, then whether there is more: so none is missed in between.
    Shard now = stream.state().shards().require(position.shardId());
    boolean more = stream.last(now) >= next;
    answer.put(
        "MillisBehindLatest", more && !records.isEmpty() ? millisSince(records.getLast()) : 0);
    if (now.isOpen() || more) {
      answer.put("NextShardIterator", iterator(stream, now, next));
    } else {
      answer.set("ChildShards", ShardOperations.childShards(stream.state().shards(), now));
    }
    return answer;
  }

  private long millisSince(StoredRecord record) {
    Duration age = Duration.between(Sequence.arrival(record.sequence()), clock.instant());
    return Math.max(0, age.toMillis());
  }
}
