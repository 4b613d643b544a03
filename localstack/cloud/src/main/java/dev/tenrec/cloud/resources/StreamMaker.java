package dev.tenrec.cloud.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.cloud.aws.AwsException;

/** Makes Kinesis streams and follows changes of their shard count and retention. */
final class StreamMaker {
  private static final int DEFAULT_RETENTION = 24;
  private static final int ON_DEMAND_SHARDS = 4;

  private final Making making;

  StreamMaker(Making making) {
    this.making = making;
  }

  void make() {
    boolean onDemand =
        making.properties().at("/StreamModeDetails/StreamMode").asText().equals("ON_DEMAND");
    int shards = making.properties().path("ShardCount").asInt(onDemand ? ON_DEMAND_SHARDS : 1);
    try {
      making.service().call("CreateStream", stream().put("ShardCount", shards));
    } catch (AwsException e) {
      if (!e.code().equals("ResourceInUseException")) {
        throw e;
      }
    }
    JsonNode summary = active();
    if (!onDemand && summary.path("OpenShardCount").asInt(shards) != shards) {
      tolerated(
          "UpdateShardCount",
          stream().put("TargetShardCount", shards).put("ScalingType", "UNIFORM_SCALING"));
    }
    int retention = making.properties().path("RetentionPeriodHours").asInt(DEFAULT_RETENTION);
    int before = summary.path("RetentionPeriodHours").asInt(retention);
    if (retention != before) {
      tolerated(
          retention > before ? "IncreaseStreamRetentionPeriod" : "DecreaseStreamRetentionPeriod",
          stream().put("RetentionPeriodHours", retention));
    }
  }

  private JsonNode active() {
    for (int attempt = 0; ; attempt++) {
      JsonNode summary =
          making.service().call("DescribeStreamSummary", stream()).path("StreamDescriptionSummary");
      if (summary.path("StreamStatus").asText().equals("ACTIVE")) {
        return summary;
      }
      if (attempt == 600) {
        throw new IllegalStateException("The stream " + making.name() + " does not become active");
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted", e);
      }
    }
  }

  private void tolerated(String action, ObjectNode input) {
    try {
      making.service().call(action, input);
    } catch (AwsException e) {
      making.notices().accept("stays as it is: " + e.getMessage());
    }
  }

  private ObjectNode stream() {
    return JsonNodeFactory.instance.objectNode().put("StreamName", making.name());
  }
}
