package dev.tenrec.cloud.mappings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes messages as the event that Lambda makes of them. */
final class QueueEvents {
  private final String queueArn;
  private final String region;

  QueueEvents(String queueArn) {
    this.queueArn = queueArn;
    this.region = queueArn.split(":", -1)[3];
  }

  byte[] event(List<JsonNode> messages) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    ArrayNode records = event.putArray("Records");
    for (JsonNode message : messages) {
      ObjectNode record = records.addObject();
      record.set("messageId", message.path("MessageId"));
      record.set("receiptHandle", message.path("ReceiptHandle"));
      record.set("body", message.path("Body"));
      record.set(
          "attributes",
          message.hasNonNull("Attributes")
              ? message.get("Attributes")
              : JsonNodeFactory.instance.objectNode());
      record.set("messageAttributes", attributes(message.path("MessageAttributes")));
      record.put("md5OfBody", message.path("MD5OfBody").asText());
      record.put("eventSource", "aws:sqs");
      record.put("eventSourceARN", queueArn);
      record.put("awsRegion", region);
    }
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What a filter may ask about a message besides its body. */
  ObjectNode metadata(JsonNode message) {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    metadata.set("messageId", message.path("MessageId"));
    metadata.set("attributes", message.path("Attributes"));
    metadata.set("messageAttributes", attributes(message.path("MessageAttributes")));
    metadata.put("eventSource", "aws:sqs");
    metadata.put("eventSourceARN", queueArn);
    return metadata;
  }

  // The same fields, but their names begin in lower case.
  private static ObjectNode attributes(JsonNode attributes) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
      ObjectNode value = result.putObject(attribute.getKey());
      for (Map.Entry<String, JsonNode> field : attribute.getValue().properties()) {
        String name = field.getKey();
        value.set(Character.toLowerCase(name.charAt(0)) + name.substring(1), field.getValue());
      }
      value.putArray("stringListValues");
      value.putArray("binaryListValues");
    }
    return result;
  }
}
