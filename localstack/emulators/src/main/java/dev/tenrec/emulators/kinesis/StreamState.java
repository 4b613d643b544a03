package dev.tenrec.emulators.kinesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What a stream is, apart from its records. Kept in one file that is replaced as a whole. */
record StreamState(
    String name,
    Instant created,
    boolean onDemand,
    Duration retention,
    int recordLimit,
    ShardMap shards) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  StreamState withShards(ShardMap changed) {
    return new StreamState(name, created, onDemand, retention, recordLimit, changed);
  }

  StreamState withRetention(Duration changed) {
    return new StreamState(name, created, onDemand, changed, recordLimit, shards);
  }

  StreamState withRecordLimit(int changed) {
    return new StreamState(name, created, onDemand, retention, changed, shards);
  }

  StreamState withMode(boolean changed) {
    return new StreamState(name, created, changed, retention, recordLimit, shards);
  }

  /** Replaces the file. */
  void write(Path file) throws IOException {
    ObjectNode node =
        MAPPER
            .createObjectNode()
            .put("name", name)
            .put("created", created.toEpochMilli())
            .put("onDemand", onDemand)
            .put("retentionHours", retention.toHours())
            .put("recordLimit", recordLimit);
    ArrayNode list = node.putArray("shards");
    shards.all().forEach(shard -> list.add(write(shard)));
    Path written = file.resolveSibling(file.getFileName() + ".tmp");
    Files.write(written, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(node));
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static ObjectNode write(Shard shard) {
    ObjectNode node =
        MAPPER
            .createObjectNode()
            .put("number", shard.number())
            .put("first", shard.range().first())
            .put("last", shard.range().last())
            .put("start", shard.start());
    ArrayNode parents = node.putArray("parents");
    shard.parents().forEach(parents::add);
    shard.end().ifPresent(end -> node.put("end", end));
    return node;
  }

  static StreamState read(Path file) throws IOException {
    JsonNode node = MAPPER.readTree(file.toFile());
    List<Shard> shards = new ArrayList<>();
    node.get("shards").forEach(shard -> shards.add(readShard(shard)));
    return new StreamState(
        node.get("name").asText(),
        Instant.ofEpochMilli(node.get("created").asLong()),
        node.get("onDemand").asBoolean(),
        Duration.ofHours(node.get("retentionHours").asLong()),
        node.get("recordLimit").asInt(),
        new ShardMap(shards));
  }

  private static Shard readShard(JsonNode node) {
    List<Integer> parents = new ArrayList<>();
    node.get("parents").forEach(parent -> parents.add(parent.asInt()));
    return new Shard(
        node.get("number").asInt(),
        new HashRange(node.get("first").bigIntegerValue(), node.get("last").bigIntegerValue()),
        parents,
        node.get("start").asLong(),
        node.has("end") ? OptionalLong.of(node.get("end").asLong()) : OptionalLong.empty());
  }
}
