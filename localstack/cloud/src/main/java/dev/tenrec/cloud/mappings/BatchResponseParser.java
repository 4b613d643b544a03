package dev.tenrec.cloud.mappings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads a function's answer to a batch. */
final class BatchResponseParser {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BatchResponseParser() {}

  static BatchResponse parse(byte[] payload) {
    JsonNode response;
    try {
      response = JSON.readTree(payload);
    } catch (IOException e) {
      return new BatchResponse.Invalid("the answer to a batch is not JSON");
    }
    if (response == null || response.isMissingNode() || response.isNull()) {
      return new BatchResponse.Complete();
    }
    if (!response.isObject()) {
      return new BatchResponse.Invalid(
          "the answer to a batch is no object: " + response.getNodeType());
    }
    JsonNode failures = response.path("batchItemFailures");
    if (failures.isMissingNode() || failures.isNull()) {
      return new BatchResponse.Complete();
    }
    Set<String> ids = new LinkedHashSet<>();
    for (JsonNode failure : failures) {
      String id = failure.path("itemIdentifier").asText("");
      if (id.isEmpty() || failure.path("itemIdentifier").isNull()) {
        return new BatchResponse.Invalid(
            "a batchItemFailures entry has no itemIdentifier: " + failure);
      }
      ids.add(id);
    }
    return ids.isEmpty() ? new BatchResponse.Complete() : new BatchResponse.Failures(ids);
  }
}
