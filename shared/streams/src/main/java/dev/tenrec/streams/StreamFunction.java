package dev.tenrec.streams;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * A Lambda function behind an event source mapping of a Kinesis stream that reports batch item
 * failures: reads the batch, calls a {@link StreamConsumer} once, and answers with the record to
 * come again from.
 */
public class StreamFunction implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StreamConsumer consumer;

  public StreamFunction(StreamConsumer consumer) {
    this.consumer = consumer;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = JSON.readTree(input);
    if (event == null || !event.path("Records").isArray()) {
      throw new IllegalArgumentException(
          "The event has no Records: this function reads batches of a Kinesis stream");
    }
    List<StreamRecord> records = BatchReader.read(event.get("Records"));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    var failures = answer.putArray("batchItemFailures");
    if (!records.isEmpty()) {
      consumer
          .consume(records)
          .map(failed -> belonging(failed, records))
          .ifPresent(failed -> failures.addObject().put("itemIdentifier", failed));
    }
    JSON.writeValue(output, answer);
  }

  // The mapping would take an unknown number for "all of the batch" and say nothing.
  private static String belonging(String sequenceNumber, List<StreamRecord> records) {
    if (records.stream().noneMatch(record -> record.sequenceNumber().equals(sequenceNumber))) {
      throw new IllegalStateException(
          "The consumer wants to go on from " + sequenceNumber + ", which is not in its batch");
    }
    return sequenceNumber;
  }
}
