package dev.tenrec.ingest;

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
 * @param events how many events were published
 * @param rejected how many rejections and warnings were published
 * @param persons how many persons were published
 */
record BatchLine(int records, int events, int rejected, int persons) {
  private static final List<String> COUNTS = List.of("Records", "Events", "Rejected", "Persons");

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
    line.put("Function", "ingest")
        .put("Records", records)
        .put("Events", events)
        .put("Rejected", rejected)
        .put("Persons", persons)
        .put("Duration", Duration.between(started, ended).toMillis());
    return line.toString();
  }

  /** Of a batch that comes again. */
  static String comingAgain(int records, RuntimeException failure) {
    Throwable cause = failure.getCause();
    return JsonNodeFactory.instance
        .objectNode()
        .put("level", "WARN")
        .put("message", "The batch will come again: " + failure.getMessage())
        .put("cause", cause == null ? "" : cause.toString())
        .put("Function", "ingest")
        .put("Records", records)
        .toString();
  }
}
