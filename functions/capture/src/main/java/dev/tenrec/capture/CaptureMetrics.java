package dev.tenrec.capture;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Counts what happens and writes the counts as one metrics line (CloudWatch's embedded format) at
 * most once a minute. The last minute of an instance that is thrown away is lost.
 */
final class CaptureMetrics {
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  private final Consumer<String> log;
  private final Map<Count, Long> counts = new EnumMap<>(Count.class);
  private Instant next = Instant.EPOCH;

  CaptureMetrics(Consumer<String> log) {
    this.log = log;
  }

  /** What is counted; the name is the metric's. */
  enum Count {
    Requests,
    Events,
    Recordings,
    RefusedRequests,
    UnknownTokens,
    UnavailableAnswers
  }

  synchronized void add(Count count, long number) {
    counts.merge(count, number, Long::sum);
  }

  /** Writes the line if it is time. */
  synchronized void write(Instant now) {
    if (next.equals(Instant.EPOCH)) {
      next = now.plus(INTERVAL);
    }
    if (now.isBefore(next) || counts.isEmpty()) {
      return;
    }
    log.accept(line(now));
    counts.clear();
    next = now.plus(INTERVAL);
  }

  private String line(Instant now) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    ObjectNode aws = line.putObject("_aws").put("Timestamp", now.toEpochMilli());
    ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
    directive.put("Namespace", "Tenrec");
    directive.putArray("Dimensions").addArray().add("Function");
    var metrics = directive.putArray("Metrics");
    line.put("Function", "capture");
    counts.forEach(
        (count, number) -> {
          metrics.addObject().put("Name", count.name()).put("Unit", "Count");
          line.put(count.name(), number);
        });
    return line.toString();
  }
}
