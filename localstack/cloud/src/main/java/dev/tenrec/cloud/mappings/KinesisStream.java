package dev.tenrec.cloud.mappings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.cloud.aws.AwsException;
import dev.tenrec.cloud.aws.AwsService;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Kinesis stream. */
final class KinesisStream implements ShardedStream {
  private static final int LIMIT = 10_000;

  private final AwsService kinesis;
  private final String name;

  KinesisStream(AwsService kinesis, String name) {
    this.kinesis = kinesis;
    this.name = name;
  }

  @Override
  public List<Shard> shards() {
    List<Shard> shards = new ArrayList<>();
    Optional<String> token = Optional.empty();
    do {
      ObjectNode input = JsonNodeFactory.instance.objectNode();
      token.ifPresentOrElse(
          next -> input.put("NextToken", next), () -> input.put("StreamName", name));
      JsonNode answer = kinesis.call("ListShards", input);
      for (JsonNode shard : answer.path("Shards")) {
        List<String> parents = new ArrayList<>();
        for (String field : List.of("ParentShardId", "AdjacentParentShardId")) {
          if (shard.hasNonNull(field)) {
            parents.add(shard.get(field).asText());
          }
        }
        shards.add(new Shard(shard.path("ShardId").asText(), parents));
      }
      token = Optional.ofNullable(answer.get("NextToken")).map(JsonNode::textValue);
    } while (token.isPresent());
    return shards;
  }

  @Override
  public String iterator(String shard, Position position) {
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    input.put("StreamName", name).put("ShardId", shard);
    switch (position) {
      case Position.Oldest() -> input.put("ShardIteratorType", "TRIM_HORIZON");
      case Position.At(Instant time) ->
          input
              .put("ShardIteratorType", "AT_TIMESTAMP")
              .put("Timestamp", BigDecimal.valueOf(time.toEpochMilli(), 3));
      case Position.After(String sequenceNumber) ->
          input
              .put("ShardIteratorType", "AFTER_SEQUENCE_NUMBER")
              .put("StartingSequenceNumber", sequenceNumber);
    }
    return kinesis.call("GetShardIterator", input).path("ShardIterator").asText();
  }

  @Override
  public Page read(String iterator) {
    JsonNode answer;
    try {
      answer =
          kinesis.call(
              "GetRecords",
              JsonNodeFactory.instance
                  .objectNode()
                  .put("ShardIterator", iterator)
                  .put("Limit", LIMIT));
    } catch (AwsException e) {
      if (e.code().equals("ExpiredIteratorException")) {
        throw new IteratorExpiredException(e);
      }
      throw e;
    }
    List<SourceRecord> records = new ArrayList<>();
    for (JsonNode record : answer.path("Records")) {
      records.add(
          new SourceRecord(
              record.path("SequenceNumber").asText(),
              record.path("PartitionKey").asText(),
              instant(record.path("ApproximateArrivalTimestamp")),
              record.path("Data").asText()));
    }
    return new Page(
        records, Optional.ofNullable(answer.get("NextShardIterator")).map(JsonNode::textValue));
  }

  // Seconds, with fractions.
  private static Instant instant(JsonNode seconds) {
    return Instant.ofEpochMilli(seconds.decimalValue().movePointRight(3).longValue());
  }
}
