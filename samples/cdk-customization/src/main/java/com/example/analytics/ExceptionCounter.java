package com.example.analytics;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.MalformedEnvelopeException;
import dev.tenrec.events.ProcessedEvents;
import dev.tenrec.streams.ClaimStore;
import dev.tenrec.streams.EnvelopeReader;
import dev.tenrec.streams.S3ClaimStore;
import dev.tenrec.streams.StreamFunction;
import dev.tenrec.streams.StreamRecord;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The function: writes one line a batch, from which CloudWatch makes a metric. */
public final class ExceptionCounter extends StreamFunction {
  static final String NAMESPACE = "Acme";
  static final String METRIC = "Exceptions";

  /** Connects with the environment of the function. */
  public ExceptionCounter() {
    this(
        S3ClaimStore.connect(System.getenv("BUCKET")), InstantSource.system(), System.out::println);
  }

  ExceptionCounter(ClaimStore claims, InstantSource clock, Consumer<String> metrics) {
    super(
        records -> {
          metrics.accept(line(count(records, new EnvelopeReader(claims)), clock.millis()));
          return Optional.empty();
        });
  }

  private static int count(List<StreamRecord> records, EnvelopeReader reader) {
    int count = 0;
    for (StreamRecord record : records) {
      try {
        if (reader.read(record) instanceof ProcessedEvents exceptions) {
          count += exceptions.events().size();
        }
      } catch (MalformedEnvelopeException unreadable) {
        // Tenrec's own consumers keep it as rejected; a counter has nothing to add.
        continue;
      }
    }
    return count;
  }

  private static String line(int count, long now) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    ObjectNode metadata = line.putObject("_aws");
    metadata.put("Timestamp", now);
    ObjectNode directive = metadata.putArray("CloudWatchMetrics").addObject();
    directive.put("Namespace", NAMESPACE);
    directive.putArray("Dimensions").addArray();
    directive.putArray("Metrics").addObject().put("Name", METRIC).put("Unit", "Count");
    return line.put(METRIC, count).toString();
  }
}
