package dev.tenrec.emulators.sqs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;

/**
 * A message in a queue.
 *
 * @param number counts the messages of the queue
 * @param content what the sender gave: body, attributes, system attributes
 * @param visible from when on it may be received
 * @param receipt what the newest receiver was given to delete it by; empty before the first
 */
record QueuedMessage(
    String id,
    long number,
    ObjectNode content,
    Instant sent,
    Instant visible,
    int received,
    Instant firstReceived,
    String receipt) {
  /** The order of delivery. */
  static final Comparator<QueuedMessage> ORDER =
      Comparator.comparing(QueuedMessage::visible).thenComparing(QueuedMessage::number);

  QueuedMessage received(Instant now, Instant visibleAgain, String receipt) {
    Instant first = received == 0 ? now : firstReceived;
    return new QueuedMessage(id, number, content, sent, visibleAgain, received + 1, first, receipt);
  }

  QueuedMessage visibleFrom(Instant moment) {
    return new QueuedMessage(id, number, content, sent, moment, received, firstReceived, receipt);
  }

  /** The same for another queue, not received yet. */
  QueuedMessage movedTo(long newNumber, String sourceArn, Instant now) {
    ObjectNode moved = content.deepCopy().put("DeadLetterQueueSourceArn", sourceArn);
    return new QueuedMessage(id, newNumber, moved, sent, now, 0, sent, "");
  }

  String body() {
    return content.get("MessageBody").asText();
  }

  ObjectNode toJson() {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", id)
            .put("number", number)
            .put("sent", sent.toEpochMilli())
            .put("visible", visible.toEpochMilli())
            .put("received", received)
            .put("firstReceived", firstReceived.toEpochMilli())
            .put("receipt", receipt);
    node.set("content", content);
    return node;
  }

  static QueuedMessage fromJson(ObjectNode node) {
    return new QueuedMessage(
        node.get("id").asText(),
        node.get("number").asLong(),
        (ObjectNode) node.get("content"),
        Instant.ofEpochMilli(node.get("sent").asLong()),
        Instant.ofEpochMilli(node.get("visible").asLong()),
        node.get("received").asInt(),
        Instant.ofEpochMilli(node.get("firstReceived").asLong()),
        node.get("receipt").asText());
  }
}
