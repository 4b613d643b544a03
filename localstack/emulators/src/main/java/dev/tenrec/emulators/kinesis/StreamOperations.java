package dev.tenrec.emulators.kinesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.emulators.protocol.AwsJsonRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Creates, describes, changes and deletes streams; all at once, without transient states. */
final class StreamOperations {
  private static final Duration RETENTION = Duration.ofHours(24);
  private static final Duration LONGEST_RETENTION = Duration.ofDays(365);
  private static final int ON_DEMAND_SHARDS = 4;
  private static final int KIB = 1_024;

  private final Streams streams;
  private final InstantSource clock;
  private final String arnPrefix;

  StreamOperations(Streams streams, InstantSource clock, String region, String account) {
    this.streams = streams;
    this.clock = clock;
    this.arnPrefix = "arn:aws:kinesis:" + region + ":" + account + ":stream/";
  }

  JsonNode create(AwsJsonRequest request) throws IOException {
    String name = request.text("StreamName");
    if (!name.matches("[a-zA-Z0-9_.-]{1,128}") || name.matches("\\.+")) {
      throw Checks.validation("streamName", "Member must match [a-zA-Z0-9_.-]{1,128}");
    }
    boolean onDemand = isOnDemand(request);
    int shards = request.optionalInteger("ShardCount").orElse(onDemand ? ON_DEMAND_SHARDS : 1);
    Checks.between("ShardCount", shards, 1, 10_000);
    Instant now = Instant.ofEpochMilli(clock.millis());
    streams.create(
        new StreamState(
            name,
            now,
            onDemand,
            RETENTION,
            recordLimit(request.optionalInteger("MaxRecordSizeInKiB").orElse(KIB)),
            ShardMap.uniform(shards, Sequence.at(now))));
    return JsonNodeFactory.instance.objectNode();
  }

  private static boolean isOnDemand(AwsJsonRequest request) {
    return request.body().path("StreamModeDetails").path("StreamMode").asText().equals("ON_DEMAND");
  }

  private static int recordLimit(int kib) {
    return Checks.between("MaxRecordSizeInKiB", kib, KIB, 10 * KIB) * KIB;
  }

  JsonNode delete(AwsJsonRequest request) throws IOException {
    streams.delete(streams.of(request).state().name());
    return JsonNodeFactory.instance.objectNode();
  }

  JsonNode list(AwsJsonRequest request) throws IOException {
    String after =
        request
            .optionalText("NextToken")
            .or(() -> request.optionalText("ExclusiveStartStreamName"))
            .orElse("");
    int limit = Checks.between("Limit", request.optionalInteger("Limit").orElse(100), 1, 10_000);
    List<String> rest = streams.names().stream().filter(name -> name.compareTo(after) > 0).toList();
    List<String> page = rest.stream().limit(limit).toList();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("HasMoreStreams", page.size() < rest.size());
    ArrayNode names = answer.putArray("StreamNames");
    ArrayNode summaries = answer.putArray("StreamSummaries");
    for (String name : page) {
      names.add(name);
      summaries.add(describe(streams.require(name).state(), request));
    }
    if (page.size() < rest.size()) {
      answer.put("NextToken", page.getLast());
    }
    return answer;
  }

  JsonNode describe(AwsJsonRequest request) throws IOException {
    StreamState state = streams.of(request).state();
    String after = request.optionalText("ExclusiveStartShardId").orElse("");
    int limit = Checks.between("Limit", request.optionalInteger("Limit").orElse(100), 1, 10_000);
    List<Shard> rest =
        state.shards().all().stream().filter(shard -> shard.id().compareTo(after) > 0).toList();
    ObjectNode description = details(state, request);
    description.put("HasMoreShards", rest.size() > limit);
    ArrayNode shards = description.putArray("Shards");
    rest.stream()
        .limit(limit)
        .forEach(shard -> shards.add(ShardOperations.describe(state.shards(), shard)));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set("StreamDescription", description);
    return answer;
  }

  JsonNode summarize(AwsJsonRequest request) throws IOException {
    StreamState state = streams.of(request).state();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set(
        "StreamDescriptionSummary",
        details(state, request)
            .put("OpenShardCount", state.shards().open().size())
            .put("ConsumerCount", 0)
            .put("MaxRecordSizeInKiB", state.recordLimit() / KIB));
    return answer;
  }

  private ObjectNode details(StreamState state, AwsJsonRequest request) {
    ObjectNode node = describe(state, request);
    node.put("RetentionPeriodHours", state.retention().toHours()).put("EncryptionType", "NONE");
    node.putArray("EnhancedMonitoring").addObject().putArray("ShardLevelMetrics");
    return node;
  }

  private ObjectNode describe(StreamState state, AwsJsonRequest request) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("StreamName", state.name())
            .put("StreamARN", arnPrefix + state.name())
            .put("StreamStatus", "ACTIVE");
    node.putObject("StreamModeDetails")
        .put("StreamMode", state.onDemand() ? "ON_DEMAND" : "PROVISIONED");
    node.set("StreamCreationTimestamp", request.encoding().moment(state.created()));
    return node;
  }

  JsonNode increaseRetention(AwsJsonRequest request) throws IOException {
    Duration wanted = Duration.ofHours(request.integer("RetentionPeriodHours"));
    streams
        .of(request)
        .change(
            state -> {
              if (wanted.compareTo(state.retention()) < 0
                  || wanted.compareTo(LONGEST_RETENTION) > 0) {
                throw Checks.invalid(
                    "The retention cannot be increased from %s to %s, only up to %s"
                        .formatted(state.retention(), wanted, LONGEST_RETENTION));
              }
              return state.withRetention(wanted);
            });
    return JsonNodeFactory.instance.objectNode();
  }

  JsonNode decreaseRetention(AwsJsonRequest request) throws IOException {
    Duration wanted = Duration.ofHours(request.integer("RetentionPeriodHours"));
    streams
        .of(request)
        .change(
            state -> {
              if (wanted.compareTo(state.retention()) > 0 || wanted.compareTo(RETENTION) < 0) {
                throw Checks.invalid(
                    "The retention cannot be decreased from %s to %s, only down to %s"
                        .formatted(state.retention(), wanted, RETENTION));
              }
              return state.withRetention(wanted);
            });
    return JsonNodeFactory.instance.objectNode();
  }

  JsonNode updateMode(AwsJsonRequest request) throws IOException {
    boolean onDemand = isOnDemand(request);
    streams.of(request).change(state -> state.withMode(onDemand));
    return JsonNodeFactory.instance.objectNode();
  }

  JsonNode updateRecordLimit(AwsJsonRequest request) throws IOException {
    int limit = recordLimit(request.integer("MaxRecordSizeInKiB"));
    streams.of(request).change(state -> state.withRecordLimit(limit));
    return JsonNodeFactory.instance.objectNode();
  }
}
