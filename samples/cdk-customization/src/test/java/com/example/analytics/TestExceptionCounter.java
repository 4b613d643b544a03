package com.example.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.EnvelopeCodec;
import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.events.ProcessedEvents;
import dev.tenrec.streams.TestingClaimStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestExceptionCounter {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final List<String> lines = new ArrayList<>();
  private final ExceptionCounter counter =
      new ExceptionCounter(new TestingClaimStore(), InstantSource.fixed(NOW), lines::add);

  @Test
  void theExceptionsOfABatchBecomeOneMetric() throws IOException {
    assertThat(invoke(exceptions(2), exceptions(3))).isEqualTo("{\"batchItemFailures\":[]}");
    JsonNode line = new ObjectMapper().readTree(lines.getFirst());
    assertThat(lines).hasSize(1);
    assertThat(line.path("Exceptions").asInt()).isEqualTo(5);
    assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(NOW.toEpochMilli());
    assertThat(line.at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("Acme");
    assertThat(line.at("/_aws/CloudWatchMetrics/0/Metrics/0/Name").asText())
        .isEqualTo("Exceptions");
  }

  @Test
  void aRecordThatIsNoneCostsNoOther() throws IOException {
    assertThat(invoke("broken".getBytes(UTF_8), exceptions(1)))
        .isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(new ObjectMapper().readTree(lines.getFirst()).path("Exceptions").asInt())
        .isEqualTo(1);
  }

  private String invoke(byte[]... records) throws IOException {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    var list = event.putArray("Records");
    for (int place = 0; place < records.length; place++) {
      ObjectNode record = list.addObject();
      record.put("eventID", "shardId-000000000000:" + place);
      record.put("eventSourceARN", "arn:aws:kinesis:us-east-1:123456789012:stream/acme");
      ObjectNode kinesis = record.putObject("kinesis");
      kinesis.put("sequenceNumber", Integer.toString(place));
      kinesis.put("partitionKey", "1:user");
      kinesis.put("approximateArrivalTimestamp", 1_772_366_400.5);
      kinesis.put("data", Base64.getEncoder().encodeToString(records[place]));
    }
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    counter.handleRequest(new ByteArrayInputStream(event.toString().getBytes(UTF_8)), answer, null);
    return answer.toString(UTF_8);
  }

  private static byte[] exceptions(int count) {
    ProcessedEvent exception =
        new ProcessedEvent(
            new UUID(0, 1),
            ProcessedEvents.EXCEPTION,
            "user",
            new UUID(0, 2),
            NOW,
            NOW,
            ProcessedEvent.PersonMode.FULL,
            "",
            JsonNodeFactory.instance.objectNode(),
            JsonNodeFactory.instance.objectNode());
    return EnvelopeCodec.write(
        new ProcessedEvents(1, "user", Collections.nCopies(count, exception)));
  }
}
