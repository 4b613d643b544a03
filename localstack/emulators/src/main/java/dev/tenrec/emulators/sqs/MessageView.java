package dev.tenrec.emulators.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.emulators.protocol.AwsJsonRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a receiver wants to see of a message. */
record MessageView(List<String> systemNames, List<String> names, String account) {

  static MessageView of(AwsJsonRequest request, String account) {
    List<String> systemNames = texts(request.body().path("AttributeNames"));
    systemNames.addAll(texts(request.body().path("MessageSystemAttributeNames")));
    return new MessageView(
        systemNames, texts(request.body().path("MessageAttributeNames")), account);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  ObjectNode describe(QueuedMessage message) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("MessageId", message.id())
            .put("ReceiptHandle", message.receipt())
            .put("Body", message.body())
            .put("MD5OfBody", MessageDigests.ofBody(message.body()));
    ObjectNode system = JsonNodeFactory.instance.objectNode();
    systemAttributes(message)
        .forEach(
            (name, value) -> {
              if (systemNames.contains("All") || systemNames.contains(name)) {
                system.put(name, value);
              }
            });
    if (!system.isEmpty()) {
      node.set("Attributes", system);
    }
    ObjectNode own = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> attribute :
        message.content().path("MessageAttributes").properties()) {
      if (names.stream().anyMatch(wanted -> matches(wanted, attribute.getKey()))) {
        own.set(attribute.getKey(), attribute.getValue());
      }
    }
    if (!own.isEmpty()) {
      node.put("MD5OfMessageAttributes", MessageDigests.ofAttributes(own));
      node.set("MessageAttributes", own);
    }
    return node;
  }

  private Map<String, String> systemAttributes(QueuedMessage message) {
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("SenderId", account);
    attributes.put("SentTimestamp", "" + message.sent().toEpochMilli());
    attributes.put("ApproximateReceiveCount", "" + message.received());
    attributes.put("ApproximateFirstReceiveTimestamp", "" + message.firstReceived().toEpochMilli());
    message
        .content()
        .path("MessageSystemAttributes")
        .properties()
        .forEach(
            entry -> attributes.put(entry.getKey(), entry.getValue().path("StringValue").asText()));
    String source = message.content().path("DeadLetterQueueSourceArn").asText("");
    if (!source.isEmpty()) {
      attributes.put("DeadLetterQueueSourceArn", source);
    }
    return attributes;
  }

  /** A name, All, or the beginning of a name with .* behind. */
  private static boolean matches(String wanted, String name) {
    return wanted.equals("All")
        || wanted.equals(name)
        || (wanted.endsWith(".*") && name.startsWith(wanted.substring(0, wanted.length() - 2)));
  }
}
