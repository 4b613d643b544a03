package dev.tenrec.errors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.stores.issues.Issues;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts a batch for its log line, which is also its metrics in CloudWatch's embedded format. */
final class Tally {
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  Tally(int records) {
    counts.put("Records", records);
    for (String name :
        new String[] {"Grouped", "IssuesCreated", "IssuesReopened", "Suppressed", "Rejected"}) {
      counts.put(name, 0);
    }
  }

  void grouped(Issues.Change change) {
    count("Grouped");
    switch (change) {
      case NONE -> {
        // The issue stays as it was.
      }
      case CREATED -> count("IssuesCreated");
      case REOPENED -> count("IssuesReopened");
    }
  }

  void suppressed() {
    count("Suppressed");
  }

  void rejected() {
    count("Rejected");
  }

  private void count(String name) {
    counts.merge(name, 1, Integer::sum);
  }

  /** Of a batch that is done. */
  String done(Instant started, Instant ended) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("level", "INFO").put("message", "Batch done");
    ObjectNode metrics = line.putObject("_aws").put("Timestamp", ended.toEpochMilli());
    ObjectNode directive = metrics.putArray("CloudWatchMetrics").addObject();
    directive.put("Namespace", "Tenrec").putArray("Dimensions").addArray().add("Function");
    ArrayNode names = directive.putArray("Metrics");
    counts.keySet().forEach(name -> names.addObject().put("Name", name).put("Unit", "Count"));
    names.addObject().put("Name", "Duration").put("Unit", "Milliseconds");
    line.put("Function", "errors");
    counts.forEach(line::put);
    return line.put("Duration", Duration.between(started, ended).toMillis()).toString();
  }

  /** Of a batch that comes again. */
  String comingAgain(String from, RuntimeException failure) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("level", "WARN")
        .put("message", "The batch will come again from " + from + ": " + failure)
        .put("Function", "errors")
        .put("Records", counts.get("Records"))
        .toString();
  }
}
