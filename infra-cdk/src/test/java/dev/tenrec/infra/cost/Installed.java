package dev.tenrec.infra.cost;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.infra.Synthesis;
import dev.tenrec.infra.Template;
import java.util.HashMap;
import java.util.Map;

/**
 * What of a template costs money.
 *
 * @param shards of all streams
 * @param memory GB of each function, by capability
 * @param windows seconds of each batching window, by the mapping's name
 * @param lanes batches that ingest works on at once
 * @param alarms how many alarms
 * @param dashboards how many dashboards
 */
record Installed(
    int shards,
    Map<String, Double> memory,
    Map<String, Integer> windows,
    int lanes,
    int alarms,
    int dashboards) {

  static Installed of(Synthesis synthesis) {
    Template compute = synthesis.compute();
    int shards =
        synthesis.state().properties("AWS::Kinesis::Stream").values().stream()
            .mapToInt(stream -> stream.path("ShardCount").asInt())
            .sum();
    Map<String, Double> memory = new HashMap<>();
    compute
        .properties("AWS::Lambda::Function")
        .forEach(
            (name, function) ->
                memory.put(
                    name.replaceFirst("Function$", ""),
                    function.path("MemorySize").asInt() / 1024.0));
    Map<String, JsonNode> mappings = compute.properties("AWS::Lambda::EventSourceMapping");
    Map<String, Integer> windows = new HashMap<>();
    mappings.forEach(
        (name, mapping) ->
            windows.put(name, mapping.path("MaximumBatchingWindowInSeconds").asInt()));
    return new Installed(
        shards,
        memory,
        windows,
        shards * mappings.get("IngestCapturedMapping").path("ParallelizationFactor").asInt(),
        compute.resources("AWS::CloudWatch::Alarm").size(),
        compute.resources("AWS::CloudWatch::Dashboard").size());
  }
}
