package dev.tenrec.cloud.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.cloud.aws.AwsException;
import java.util.ArrayList;
import java.util.List;

/** Makes DynamoDB tables, adds indexes that are new, and sets the time to live. */
final class TableMaker {
  private static final String KEYS = "KeySchema";
  private static final String INDEXES = "GlobalSecondaryIndexes";

  private final Making making;

  TableMaker(Making making) {
    this.making = making;
  }

  void make() {
    JsonNode there;
    try {
      there = making.service().call("DescribeTable", table()).path("Table");
    } catch (AwsException e) {
      if (!e.code().equals("ResourceNotFoundException")) {
        throw e;
      }
      create();
      return;
    }
    if (!there.path(KEYS).equals(making.properties().path(KEYS))) {
      making
          .notices()
          .accept(
              "has other keys than the template wants; remove the data directory to begin anew");
    }
    addIndexes(there);
    timeToLive();
  }

  private void create() {
    ObjectNode input = table();
    input.put("BillingMode", "PAY_PER_REQUEST");
    copy(input, "AttributeDefinitions");
    copy(input, KEYS);
    copy(input, "LocalSecondaryIndexes");
    if (!indexes().isEmpty()) {
      ArrayNode list = input.putArray(INDEXES);
      indexes().forEach(list::add);
    }
    JsonNode stream = making.properties().path("StreamSpecification");
    if (stream.has("StreamViewType")) {
      input
          .putObject("StreamSpecification")
          .put("StreamEnabled", true)
          .set("StreamViewType", stream.get("StreamViewType"));
    }
    making.service().call("CreateTable", input);
    active();
    timeToLive();
  }

  private void addIndexes(JsonNode there) {
    List<String> names = new ArrayList<>();
    there.path(INDEXES).forEach(index -> names.add(index.path("IndexName").asText()));
    for (JsonNode index : indexes()) {
      if (!names.contains(index.path("IndexName").asText())) {
        ObjectNode input = table();
        copy(input, "AttributeDefinitions");
        input.putArray("GlobalSecondaryIndexUpdates").addObject().set("Create", index);
        making.service().call("UpdateTable", input);
        active();
      }
    }
  }

  // Capacity and monitoring of an index mean nothing here.
  private List<JsonNode> indexes() {
    List<JsonNode> indexes = new ArrayList<>();
    for (JsonNode index : making.properties().path(INDEXES)) {
      ObjectNode plain = JsonNodeFactory.instance.objectNode();
      for (String name : List.of("IndexName", KEYS, "Projection")) {
        plain.set(name, index.path(name));
      }
      indexes.add(plain);
    }
    return indexes;
  }

  private void timeToLive() {
    JsonNode wanted = making.properties().path("TimeToLiveSpecification");
    if (!wanted.path("Enabled").asBoolean()) {
      return;
    }
    try {
      JsonNode there =
          making.service().call("DescribeTimeToLive", table()).path("TimeToLiveDescription");
      if (there.path("TimeToLiveStatus").asText().startsWith("ENABL")) {
        return;
      }
      ObjectNode input = table();
      input
          .putObject("TimeToLiveSpecification")
          .put("Enabled", true)
          .set("AttributeName", wanted.path("AttributeName"));
      making.service().call("UpdateTimeToLive", input);
    } catch (AwsException e) {
      making.notices().accept("items do not expire: " + e.getMessage());
    }
  }

  private void active() {
    for (int attempt = 0; attempt < 600; attempt++) {
      JsonNode table = making.service().call("DescribeTable", table()).path("Table");
      boolean active = table.path("TableStatus").asText().equals("ACTIVE");
      for (JsonNode index : table.path(INDEXES)) {
        active &= index.path("IndexStatus").asText("ACTIVE").equals("ACTIVE");
      }
      if (active) {
        return;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted", e);
      }
    }
    throw new IllegalStateException("The table " + making.name() + " does not become active");
  }

  private ObjectNode table() {
    return JsonNodeFactory.instance.objectNode().put("TableName", making.name());
  }

  private void copy(ObjectNode input, String name) {
    if (making.properties().has(name)) {
      input.set(name, making.properties().get(name));
    }
  }
}
