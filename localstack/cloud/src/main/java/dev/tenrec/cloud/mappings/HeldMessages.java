package dev.tenrec.cloud.mappings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.cloud.state.JsonFile;
import java.util.ArrayList;
import java.util.List;

/**
 * The receipts of the messages that a poller has and has not finished, on disk: when it is killed,
 * its successor gives them back, for nobody else is going to, and a visibility timeout is long.
 */
final class HeldMessages {
  private static final String RECEIPTS = "receipts";

  private final JsonFile file;

  HeldMessages(JsonFile file) {
    this.file = file;
  }

  List<String> receipts() {
    List<String> receipts = new ArrayList<>();
    file.read().path(RECEIPTS).forEach(receipt -> receipts.add(receipt.asText()));
    return receipts;
  }

  void hold(List<JsonNode> messages) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    ArrayNode receipts = content.putArray(RECEIPTS);
    messages.forEach(message -> receipts.add(message.path("ReceiptHandle")));
    file.write(content);
  }

  void holdNone() {
    file.remove();
  }
}
