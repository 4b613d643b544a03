package dev.tenrec.emulators.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.emulators.protocol.AwsFailure;
import dev.tenrec.emulators.protocol.AwsJsonRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Sends, receives and deletes messages. */
final class MessageOperations {
  private final Queues queues;
  private final QueueOperations owner;
  private final String account;

  MessageOperations(Queues queues, QueueOperations owner, String account) {
    this.queues = queues;
    this.owner = owner;
    this.account = account;
  }

  JsonNode send(AwsJsonRequest request) throws IOException {
    StandardQueue queue = queues.of(request);
    return describeSent(queue.messages().send(List.of(sending(queue, request))).getFirst());
  }

  JsonNode sendBatch(AwsJsonRequest request) throws IOException {
    StandardQueue queue = queues.of(request);
    Batch batch = Batch.of(request);
    if (batch.entries().stream().mapToLong(entry -> size(entry.body())).sum() > 1 << 20) {
      throw AwsFailure.client("BatchRequestTooLong", "A batch has at most 1 MiB");
    }
    return batch.each(
        entry -> describeSent(queue.messages().send(List.of(sending(queue, entry))).getFirst()));
  }

  private static MessageQueue.Sending sending(StandardQueue queue, AwsJsonRequest request) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.put("MessageBody", request.text("MessageBody"));
    for (String name : List.of("MessageAttributes", "MessageSystemAttributes")) {
      request.optional(name).ifPresent(node -> content.set(name, node));
    }
    long limit = queue.attributes().number("MaximumMessageSize");
    if (request.text("MessageBody").isEmpty() || size(request.body()) > limit) {
      throw AwsFailure.client(
          "InvalidParameterValue", "A message must have 1 to " + limit + " bytes");
    }
    Duration delay =
        request
            .optionalInteger("DelaySeconds")
            .map(seconds -> between("DelaySeconds", seconds, 0, 900))
            .map(Duration::ofSeconds)
            .orElseGet(() -> queue.attributes().seconds("DelaySeconds"));
    return new MessageQueue.Sending(content, delay);
  }

  private static long size(JsonNode message) {
    long size = message.path("MessageBody").asText().getBytes(StandardCharsets.UTF_8).length;
    for (Map.Entry<String, JsonNode> attribute : message.path("MessageAttributes").properties()) {
      size += attribute.getKey().length();
      size += attribute.getValue().path("DataType").asText().length();
      size += MessageDigests.value(attribute.getValue()).length;
    }
    return size;
  }

  private static ObjectNode describeSent(QueuedMessage message) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("MessageId", message.id())
            .put("MD5OfMessageBody", MessageDigests.ofBody(message.body()));
    JsonNode attributes = message.content().path("MessageAttributes");
    if (!attributes.isEmpty()) {
      node.put("MD5OfMessageAttributes", MessageDigests.ofAttributes(attributes));
    }
    return node;
  }

  JsonNode receive(AwsJsonRequest request) throws IOException {
    StandardQueue queue = queues.of(request);
    QueueAttributes attributes = queue.attributes();
    int count = request.optionalInteger("MaxNumberOfMessages").orElse(1);
    List<QueuedMessage> messages =
        queue
            .messages()
            .receive(
                new MessageQueue.Receiving(
                    between("MaxNumberOfMessages", count, 1, 10),
                    request
                        .optionalInteger("WaitTimeSeconds")
                        .map(seconds -> between("WaitTimeSeconds", seconds, 0, 20))
                        .map(Duration::ofSeconds)
                        .orElseGet(() -> attributes.seconds("ReceiveMessageWaitTimeSeconds")),
                    request
                        .optionalInteger("VisibilityTimeout")
                        .map(seconds -> between("VisibilityTimeout", seconds, 0, 43_200))
                        .map(Duration::ofSeconds)
                        .orElseGet(() -> attributes.seconds("VisibilityTimeout")),
                    attributes.seconds("MessageRetentionPeriod"),
                    owner.dead(queue)));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    MessageView view = MessageView.of(request, account);
    if (!messages.isEmpty()) {
      ArrayNode list = answer.putArray("Messages");
      messages.forEach(message -> list.add(view.describe(message)));
    }
    return answer;
  }

  JsonNode delete(AwsJsonRequest request) throws IOException {
    queues.of(request).messages().delete(request.text("ReceiptHandle"));
    return JsonNodeFactory.instance.objectNode();
  }

  JsonNode deleteBatch(AwsJsonRequest request) throws IOException {
    StandardQueue queue = queues.of(request);
    return Batch.of(request)
        .each(
            entry -> {
              queue.messages().delete(entry.text("ReceiptHandle"));
              return JsonNodeFactory.instance.objectNode();
            });
  }

  JsonNode changeVisibility(AwsJsonRequest request) throws IOException {
    changeVisibility(queues.of(request), request);
    return JsonNodeFactory.instance.objectNode();
  }

  JsonNode changeVisibilityBatch(AwsJsonRequest request) throws IOException {
    StandardQueue queue = queues.of(request);
    return Batch.of(request)
        .each(
            entry -> {
              changeVisibility(queue, entry);
              return JsonNodeFactory.instance.objectNode();
            });
  }

  private static void changeVisibility(StandardQueue queue, AwsJsonRequest request)
      throws IOException {
    int seconds = between("VisibilityTimeout", request.integer("VisibilityTimeout"), 0, 43_200);
    queue.messages().changeVisibility(request.text("ReceiptHandle"), Duration.ofSeconds(seconds));
  }

  private static int between(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw AwsFailure.client(
          "InvalidParameterValue", name + " is " + value + ": give " + least + " to " + most);
    }
    return value;
  }
}
