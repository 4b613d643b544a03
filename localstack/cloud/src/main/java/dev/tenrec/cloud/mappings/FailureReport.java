package dev.tenrec.cloud.mappings;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the on-failure destination of a stream mapping is told about records that were given up. It
 * carries where the records are, never the records.
 *
 * @param condition why they were given up
 * @param invocations how often the function was called with them
 * @param functionError whether the last call failed, rather than reported failures
 */
record FailureReport(
    List<SourceRecord> records, Condition condition, int invocations, boolean functionError) {
  /** Why records are given up. */
  enum Condition {
    RETRIES("RetryAttemptsExhausted"),
    AGE("RecordAgeExceeded");

    private final String text;

    Condition(String text) {
      this.text = text;
    }
  }

  FailureReport {
    records = List.copyOf(records);
    requireNonNull(condition, "condition is null");
  }

  ObjectNode json(UUID requestId, String functionArn, String streamArn, String shard, Instant now) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report
        .putObject("requestContext")
        .put("requestId", requestId.toString())
        .put("functionArn", functionArn)
        .put("condition", condition.text)
        .put("approximateInvokeCount", invocations);
    if (invocations > 0) {
      ObjectNode response = report.putObject("responseContext");
      response.put("statusCode", 200).put("executedVersion", "$LATEST");
      if (functionError) {
        response.put("functionError", "Unhandled");
      }
    }
    report.put("version", "1.0").put("timestamp", now.toString());
    report
        .putObject("KinesisBatchInfo")
        .put("shardId", shard)
        .put("startSequenceNumber", records.getFirst().sequenceNumber())
        .put("endSequenceNumber", records.getLast().sequenceNumber())
        .put("approximateArrivalOfFirstRecord", records.getFirst().arrival().toString())
        .put("approximateArrivalOfLastRecord", records.getLast().arrival().toString())
        .put("batchSize", records.size())
        .put("streamArn", streamArn);
    return report;
  }
}
