package dev.tenrec.lake.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One run of a function: counts, which CloudWatch reads from the line as metrics (its embedded
 * metric format), and details, which only people read.
 */
public final class RunReport {
  private final String function;
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final Map<String, String> details = new LinkedHashMap<>();

  /** A report of a function by its short name. */
  public RunReport(String function) {
    this.function = function;
  }

  /** Adds to a count. */
  public RunReport count(String name, long amount) {
    counts.merge(name, amount, Long::sum);
    return this;
  }

  /** Adds a detail. */
  public RunReport detail(String name, String text) {
    details.put(name, text);
    return this;
  }

  /** What was counted under the name, 0 when nothing was. */
  public long counted(String name) {
    return counts.getOrDefault(name, 0L);
  }

  /** The line. */
  public String line(Instant at) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    ObjectNode aws = line.putObject("_aws").put("Timestamp", at.toEpochMilli());
    ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", "Tenrec");
    directive.putArray("Dimensions").addArray().add("function");
    counts.keySet().forEach(name -> directive.withArray("Metrics").addObject().put("Name", name));
    line.put("level", "INFO").put("function", function);
    counts.forEach(line::put);
    details.forEach(line::put);
    return line.toString();
  }
}
