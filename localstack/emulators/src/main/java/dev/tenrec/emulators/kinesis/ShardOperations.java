package dev.tenrec.emulators.kinesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.emulators.protocol.AwsJsonRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Lists and changes the shards of a stream. */
final class ShardOperations {
  private final Streams streams;

  ShardOperations(Streams streams) {
    this.streams = streams;
  }

  JsonNode list(AwsJsonRequest given) throws IOException {
    AwsJsonRequest request = ListToken.resume(given);
    DataStream stream = streams.of(request);
    String after = request.optionalText("ExclusiveStartShardId").orElse("");
    int limit = request.optionalInteger("MaxResults").orElse(1_000);
    Checks.between("MaxResults", limit, 1, 10_000);
    List<Shard> rest =
        stream.state().shards().all().stream()
            .filter(shard -> shard.id().compareTo(after) > 0)
            .filter(filter(request, stream))
            .toList();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode list = answer.putArray("Shards");
    rest.stream().limit(limit).forEach(shard -> list.add(describe(stream.state().shards(), shard)));
    if (rest.size() > limit) {
      answer.put("NextToken", ListToken.after(request, rest.get(limit - 1).id()));
    }
    return answer;
  }

  private static Predicate<Shard> filter(AwsJsonRequest request, DataStream stream) {
    Optional<AwsJsonRequest> filter =
        request.optional("ShardFilter").map(node -> new AwsJsonRequest(node, request.encoding()));
    if (filter.isEmpty()) {
      return shard -> true;
    }
    String type = filter.get().text("Type");
    return switch (type) {
      case "AFTER_SHARD_ID" -> {
        String id = filter.get().text("ShardId");
        yield shard -> shard.id().compareTo(id) > 0;
      }
      case "AT_LATEST" -> Shard::isOpen;
      case "AT_TRIM_HORIZON" -> openAt(stream.horizon());
      case "FROM_TRIM_HORIZON" -> openSince(stream.horizon());
      case "AT_TIMESTAMP" -> openAt(Sequence.at(timestamp(filter.get())));
      case "FROM_TIMESTAMP" -> openSince(Sequence.at(timestamp(filter.get())));
      default -> throw Checks.invalid("'" + type + "' is not a type of shard filter");
    };
  }

  private static Instant timestamp(AwsJsonRequest filter) {
    return filter
        .optionalMoment("Timestamp")
        .orElseThrow(() -> Checks.invalid("This type of shard filter needs a Timestamp"));
  }

  private static Predicate<Shard> openSince(long sequence) {
    return shard -> shard.end().isEmpty() || shard.end().getAsLong() >= sequence;
  }

  private static Predicate<Shard> openAt(long sequence) {
    return openSince(sequence).and(shard -> shard.parents().isEmpty() || shard.start() <= sequence);
  }

  JsonNode split(AwsJsonRequest request) throws IOException {
    String id = request.text("ShardToSplit");
    var start = RecordOperations.hashKey(request.text("NewStartingHashKey"));
    streams
        .of(request)
        .changeShards((shards, boundary) -> shards.split(shards.require(id), start, boundary));
    return JsonNodeFactory.instance.objectNode();
  }

  JsonNode merge(AwsJsonRequest request) throws IOException {
    String one = request.text("ShardToMerge");
    String other = request.text("AdjacentShardToMerge");
    streams
        .of(request)
        .changeShards(
            (shards, boundary) ->
                shards.merge(shards.require(one), shards.require(other), boundary));
    return JsonNodeFactory.instance.objectNode();
  }

  JsonNode resize(AwsJsonRequest request) throws IOException {
    int target = request.integer("TargetShardCount");
    DataStream stream = streams.of(request);
    int before = stream.state().shards().open().size();
    stream.changeShards((shards, boundary) -> shards.resize(target, boundary));
    return JsonNodeFactory.instance
        .objectNode()
        .put("StreamName", stream.state().name())
        .put("CurrentShardCount", before)
        .put("TargetShardCount", target);
  }

  static ObjectNode describe(ShardMap shards, Shard shard) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("ShardId", shard.id());
    node.putObject("HashKeyRange")
        .put("StartingHashKey", shard.range().first().toString())
        .put("EndingHashKey", shard.range().last().toString());
    ObjectNode sequences =
        node.putObject("SequenceNumberRange")
            .put("StartingSequenceNumber", Sequence.text(shard.start()));
    shard.end().ifPresent(end -> sequences.put("EndingSequenceNumber", Sequence.text(end)));
    // A parent past the retention is gone and no longer named.
    List<Integer> parents =
        shard.parents().stream()
            .filter(parent -> shards.all().stream().anyMatch(it -> it.number() == parent))
            .toList();
    if (!parents.isEmpty()) {
      node.put("ParentShardId", Shard.id(parents.getFirst()));
    }
    if (parents.size() == 2) {
      node.put("AdjacentParentShardId", Shard.id(parents.getLast()));
    }
    return node;
  }

  static ArrayNode childShards(ShardMap shards, Shard parent) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Shard child : shards.children(parent)) {
      ObjectNode described = describe(shards, child);
      ObjectNode node = list.addObject().put("ShardId", child.id());
      ArrayNode parents = node.putArray("ParentShards");
      child.parents().forEach(number -> parents.add(Shard.id(number)));
      node.set("HashKeyRange", described.get("HashKeyRange"));
    }
    return list;
  }
}
