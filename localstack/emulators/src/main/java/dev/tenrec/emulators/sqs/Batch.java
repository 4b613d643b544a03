package dev.tenrec.emulators.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.emulators.protocol.AwsFailure;
import dev.tenrec.emulators.protocol.AwsJsonRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Up to ten entries of one call, of which each succeeds or fails on its own. */
record Batch(List<AwsJsonRequest> entries) {
  private static final int LIMIT = 10;

  static Batch of(AwsJsonRequest request) {
    List<AwsJsonRequest> entries = new ArrayList<>();
    request
        .body()
        .path("Entries")
        .forEach(entry -> entries.add(new AwsJsonRequest(entry, request.encoding())));
    if (entries.isEmpty()) {
      throw AwsFailure.client("EmptyBatchRequest", "A batch has at least one entry");
    }
    if (entries.size() > LIMIT) {
      throw AwsFailure.client(
          "TooManyEntriesInBatchRequest", "A batch has at most " + LIMIT + " entries");
    }
    if (entries.stream().map(entry -> entry.text("Id")).distinct().count() < entries.size()) {
      throw AwsFailure.client("BatchEntryIdsNotDistinct", "Two entries have the same Id");
    }
    return new Batch(entries);
  }

  @FunctionalInterface
  interface EntryOperation {
    ObjectNode answer(AwsJsonRequest entry) throws IOException;
  }

  JsonNode each(EntryOperation operation) throws IOException {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode successful = answer.putArray("Successful");
    ArrayNode failed = answer.putArray("Failed");
    for (AwsJsonRequest entry : entries) {
      String id = entry.text("Id");
      try {
        successful.add(operation.answer(entry).put("Id", id));
      } catch (AwsFailure e) {
        failed
            .addObject()
            .put("Id", id)
            .put("SenderFault", true)
            .put("Code", e.type())
            .put("Message", e.getMessage());
      }
    }
    return answer;
  }
}
