package dev.tenrec.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The log line of a batch, which is also its metrics in CloudWatch's embedded format.
 *
 * @param records how many records it had
 * @param pieces how many pieces of recordings
 * @param recordings how many recordings they belong to
 * @param rejected how many rejections were published
 */
record BatchLine(int records, int pieces, int recordings, int rejected) {
  private static final List<String> COUNTS = List.of("Records", "Pieces", "Recordings", "Rejected");

  BatchLine plus(BatchLine more) {
    return new BatchLine(
        records + more.records,
        pieces + more.pieces,
        recordings + more.recordings,
        rejected + more.rejected);
  }

  /** Of a batch that is done. */
  String done(Instant started, Instant ended) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("level", "INFO").put("message", "Batch done");
    ObjectNode metrics = line.putObject("_aws").put("Timestamp", ended.toEpochMilli());
    ObjectNode directive = metrics.putArray("CloudWatchMetrics").addObject();
    directive.put("Namespace", "Tenrec").putArray("Dimensions").addArray().add("Function");
    ArrayNode names = directive.putArray("Metrics");
    COUNTS.forEach(name -> names.addObject().put("Name", name).put("Unit", "Count"));
    names.addObject().put("Name", "Duration").put("Unit", "Milliseconds");
    line.put("Function", "replay")
        .put("Records", records)
        .put("Pieces", pieces)
        .put("Recordings", recordings)
        .put("Rejected", rejected)
        .put("Duration", Duration.between(started, ended).toMillis());
    return line.toString();
  }

  /** Of a batch that comes again. */
  static String comingAgain(int records, String from, RuntimeException failure) {
    Throwable cause = failure.getCause();
    return JsonNodeFactory.instance
        .objectNode()
        .put("level", "WARN")
        .put("message", "The batch will come again from " + from + ": " + failure.getMessage())
        .put("cause", cause == null ? "" : cause.toString())
        .put("Function", "replay")
        .put("Records", records)
        .toString();
  }
}
