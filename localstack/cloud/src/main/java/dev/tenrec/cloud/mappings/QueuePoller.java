package dev.tenrec.cloud.mappings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.cloud.aws.AwsException;
import dev.tenrec.cloud.aws.AwsService;
import dev.tenrec.cloud.functions.InvocationResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes batches from a queue, one at a time. A message that was done is deleted; one that was not
 * comes back when its visibility timeout has passed, until the queue's own redrive takes it away.
 */
final class QueuePoller {
  private static final int LARGEST_BATCH = 6 * 1024 * 1024 - 4096;
  private static final int METADATA = 1_500;
  private static final int LONGEST_WAIT = 20;
  private static final Duration TROUBLE = Duration.ofSeconds(1);

  private final AwsService sqs;
  private final MappingSettings.FromQueue mapping;
  private final QueueEvents events;
  private final HeldMessages held;
  private final Consumer<String> notices;

  QueuePoller(
      AwsService sqs,
      MappingSettings.FromQueue mapping,
      HeldMessages held,
      Consumer<String> notices) {
    this.sqs = sqs;
    this.mapping = mapping;
    this.held = held;
    this.events = new QueueEvents(mapping.queueArn());
    this.notices = notices;
  }

  /** Works until interrupted. */
  void run() {
    recover();
    while (!Thread.currentThread().isInterrupted()) {
      List<JsonNode> batch = new ArrayList<>();
      try {
        collect(batch);
        if (!batch.isEmpty()) {
          finish(batch);
          held.holdNone();
        }
      } catch (RuntimeException trouble) {
        if (Thread.currentThread().isInterrupted()) {
          giveBack(batch);
          held.holdNone();
          return;
        }
        notices.accept("cannot work on its queue and goes on trying: " + trouble.getMessage());
        pause();
      }
    }
  }

  private void recover() {
    List<String> left = held.receipts();
    if (left.isEmpty()) {
      return;
    }
    try {
      giveBackReceipts(left);
    } catch (AwsException e) {
      notices.accept("cannot give back what a killed run had received: " + e.getMessage());
    }
    held.holdNone();
  }

  private void collect(List<JsonNode> batch) {
    long bytes = 0;
    long deadline = Long.MAX_VALUE;
    while (batch.size() < mapping.batches().size() && bytes < LARGEST_BATCH) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (!batch.isEmpty() && left <= 0) {
        return;
      }
      int wait = batch.isEmpty() ? LONGEST_WAIT : (int) Math.min(LONGEST_WAIT, (left + 999) / 1000);
      List<JsonNode> received = receive(mapping.batches().size() - batch.size(), wait);
      if (!received.isEmpty() && batch.isEmpty()) {
        deadline = System.nanoTime() + mapping.batches().window().toNanos();
      }
      for (JsonNode message : received) {
        if (wanted(message)) {
          batch.add(message);
          bytes += message.path("Body").asText().length() + METADATA;
        } else {
          delete(List.of(message));
        }
      }
      if (!batch.isEmpty() && !received.isEmpty()) {
        held.hold(batch);
      }
    }
  }

  private boolean wanted(JsonNode message) {
    return mapping.batches().filter().wantsAll()
        || mapping
            .batches()
            .filter()
            .wants(
                events.metadata(message),
                message.path("Body").asText().getBytes(StandardCharsets.UTF_8));
  }

  private void finish(List<JsonNode> batch) {
    switch (mapping.target().invoke(events.event(batch))) {
      case InvocationResult.Answer answer -> delete(done(batch, answer.payload()));
      case InvocationResult.Failure _ -> {}
      case InvocationResult.Throttled _ -> giveBack(batch);
      case InvocationResult.TooLarge tooLarge ->
          notices.accept("a batch of " + tooLarge.bytes() + " bytes is more than Lambda takes");
    }
  }

  private List<JsonNode> done(List<JsonNode> batch, byte[] payload) {
    if (!mapping.batches().partialFailures()) {
      return batch;
    }
    return switch (BatchResponseParser.parse(payload)) {
      case BatchResponse.Complete() -> batch;
      case BatchResponse.Invalid(String reason) -> {
        notices.accept(reason + "; the whole batch counts as failed");
        yield List.of();
      }
      case BatchResponse.Failures(Set<String> ids) -> {
        List<JsonNode> done =
            batch.stream()
                .filter(message -> !ids.contains(message.path("MessageId").asText()))
                .toList();
        if (batch.size() - done.size() < ids.size()) {
          notices.accept(
              "batchItemFailures names messages that are not in the batch; it counts as failed");
          yield List.of();
        }
        yield done;
      }
    };
  }

  private List<JsonNode> receive(int limit, int waitSeconds) {
    ObjectNode input = request();
    input.put("MaxNumberOfMessages", Math.min(10, limit));
    input.put("WaitTimeSeconds", waitSeconds);
    input.putArray("AttributeNames").add("All");
    input.putArray("MessageAttributeNames").add("All");
    List<JsonNode> messages = new ArrayList<>();
    sqs.call("ReceiveMessage", input).path("Messages").forEach(messages::add);
    return messages;
  }

  private void delete(List<JsonNode> messages) {
    batches("DeleteMessageBatch", receipts(messages), JsonNodeFactory.instance.objectNode());
  }

  // So that nobody waits for the visibility timeout of messages that were not even tried.
  private void giveBack(List<JsonNode> messages) {
    boolean interrupted = Thread.interrupted();
    try {
      giveBackReceipts(receipts(messages));
    } catch (AwsException queueIsGone) {
      notices.accept("cannot give messages back: " + queueIsGone.getMessage());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      } else {
        pause();
      }
    }
  }

  private void giveBackReceipts(List<String> receipts) {
    batches(
        "ChangeMessageVisibilityBatch",
        receipts,
        JsonNodeFactory.instance.objectNode().put("VisibilityTimeout", 0));
  }

  private void batches(String action, List<String> receipts, ObjectNode more) {
    for (int from = 0; from < receipts.size(); from += 10) {
      ObjectNode input = request();
      ArrayNode entries = input.putArray("Entries");
      for (int i = from; i < Math.min(receipts.size(), from + 10); i++) {
        ObjectNode entry = entries.addObject();
        entry.put("Id", "" + i).put("ReceiptHandle", receipts.get(i)).setAll(more);
      }
      sqs.call(action, input);
    }
  }

  private static List<String> receipts(List<JsonNode> messages) {
    return messages.stream().map(message -> message.path("ReceiptHandle").asText()).toList();
  }

  private ObjectNode request() {
    return JsonNodeFactory.instance.objectNode().put("QueueUrl", mapping.queueUrl());
  }

  private static void pause() {
    try {
      Thread.sleep(TROUBLE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
