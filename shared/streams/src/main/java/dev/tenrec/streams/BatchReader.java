package dev.tenrec.streams;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the records of an event source mapping's batch. */
final class BatchReader {
  private BatchReader() {}

  static List<StreamRecord> read(JsonNode records) throws IOException {
    List<StreamRecord> batch = new ArrayList<>(records.size());
    for (JsonNode record : records) {
      JsonNode kinesis = record.path("kinesis");
      batch.add(
          new StreamRecord(
              after(record.path("eventSourceARN").asText(), '/'),
              before(record.path("eventID").asText(), ':'),
              required(kinesis, "sequenceNumber").asText(),
              instant(kinesis.path("approximateArrivalTimestamp")),
              required(kinesis, "data").binaryValue()));
    }
    return batch;
  }

  private static JsonNode required(JsonNode kinesis, String field) {
    JsonNode value = kinesis.path(field);
    if (!value.isTextual()) {
      throw new IllegalArgumentException(
          "A record has no kinesis." + field + ": this function reads batches of a Kinesis stream");
    }
    return value;
  }

  // Seconds with a fraction; through a double, the milliseconds would not come out even.
  private static Instant instant(JsonNode seconds) {
    BigDecimal nanos = new BigDecimal(seconds.asText("0")).movePointRight(9);
    BigInteger[] parts = nanos.toBigInteger().divideAndRemainder(BigInteger.valueOf(1_000_000_000));
    return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
  }

  private static String after(String text, char mark) {
    return text.substring(text.lastIndexOf(mark) + 1);
  }

  private static String before(String text, char mark) {
    int end = text.indexOf(mark);
    return end < 0 ? text : text.substring(0, end);
  }
}
