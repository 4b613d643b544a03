package dev.tenrec.cloud.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.cloud.aws.AwsException;
import java.util.List;

/** Makes SQS queues and follows changes of their attributes. */
final class QueueMaker {
  private static final List<String> CHANGEABLE =
      List.of(
          "DelaySeconds",
          "MaximumMessageSize",
          "MessageRetentionPeriod",
          "ReceiveMessageWaitTimeSeconds",
          "VisibilityTimeout",
          "RedrivePolicy",
          "ContentBasedDeduplication");

  private final Making making;

  QueueMaker(Making making) {
    this.making = making;
  }

  void make() {
    ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    for (String name : CHANGEABLE) {
      JsonNode value = making.properties().get(name);
      if (value != null) {
        attributes.put(name, value.isValueNode() ? value.asText() : value.toString());
      }
    }
    ObjectNode queue = JsonNodeFactory.instance.objectNode().put("QueueName", making.name());
    try {
      String url = making.service().call("GetQueueUrl", queue).path("QueueUrl").asText();
      if (!attributes.isEmpty()) {
        ObjectNode change = JsonNodeFactory.instance.objectNode().put("QueueUrl", url);
        change.set("Attributes", attributes);
        making.service().call("SetQueueAttributes", change);
      }
    } catch (AwsException e) {
      if (!e.code().contains("DoesNotExist") && !e.code().contains("NonExistentQueue")) {
        throw e;
      }
      if (making.properties().path("FifoQueue").asBoolean()) {
        attributes.put("FifoQueue", "true");
      }
      queue.set("Attributes", attributes);
      making.service().call("CreateQueue", queue);
    }
  }
}
