package dev.tenrec.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.workflow.runs.QueueWakeUps;
import java.util.function.Consumer;

/**
 * Handles a batch of wake-ups, each on its own: one that fails comes again, and in the end goes to
 * the dead-letter queue, while its run stays in the due index.
 */
final class WakeBatch {
  private final Awakening awakening;
  private final Consumer<String> log;

  WakeBatch(Awakening awakening, Consumer<String> log) {
    this.awakening = awakening;
    this.log = log;
  }

  ObjectNode handle(JsonNode records) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    var failures = answer.putArray("batchItemFailures");
    for (JsonNode record : records) {
      try {
        awakening.wake(QueueWakeUps.read(record.path("body").asText()));
      } catch (RuntimeException failure) {
        log.accept(Lines.warning("A wake-up will come again: " + failure));
        failures.addObject().put("itemIdentifier", record.path("messageId").asText());
      }
    }
    return answer;
  }
}
