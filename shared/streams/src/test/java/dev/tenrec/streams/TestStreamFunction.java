package dev.tenrec.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestStreamFunction {
  private static final String FIRST = "49590338271490256608559692538361571095921575989136588898";
  private static final String SECOND = "49590338271490256608559692540925702759324208523137515618";

  @Test
  void theConsumerGetsTheBatchInOrder() throws Exception {
    List<StreamRecord> seen = new ArrayList<>();

    String answer =
        invoke(
            batch(),
            records -> {
              seen.addAll(records);
              return Optional.empty();
            });

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(seen).hasSize(2);
    StreamRecord first = seen.getFirst();
    assertThat(first.stream()).isEqualTo("captured");
    assertThat(first.shard()).isEqualTo("shardId-000000000006");
    assertThat(first.sequenceNumber()).isEqualTo(FIRST);
    assertThat(first.arrival()).isEqualTo(Instant.parse("2018-12-17T22:10:50.987Z"));
    assertThat(new String(first.data(), UTF_8)).isEqualTo("one");
    assertThat(seen.get(1).isAfter(FIRST)).isTrue();
  }

  @Test
  void theRecordToGoOnFromIsReported() throws Exception {
    assertThat(invoke(batch(), _ -> Optional.of(SECOND)))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"" + SECOND + "\"}]}");
  }

  @Test
  void aRecordOutsideTheBatchIsABug() {
    assertThatThrownBy(() -> invoke(batch(), _ -> Optional.of("7")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The consumer wants to go on from 7, which is not in its batch");
  }

  @Test
  void aFailureOfTheConsumerBringsTheBatchAgain() {
    assertThatThrownBy(
            () ->
                invoke(
                    batch(),
                    _ -> {
                      throw new StreamUnavailableException("not now");
                    }))
        .hasMessage("not now");
  }

  @Test
  void anEmptyBatchDoesNotBotherTheConsumer() throws Exception {
    assertThat(
            invoke(
                "{\"Records\":[]}",
                _ -> {
                  throw new AssertionError("called");
                }))
        .isEqualTo("{\"batchItemFailures\":[]}");
  }

  @Test
  void whatIsNoBatchIsRefused() {
    assertThatThrownBy(() -> invoke("{}", _ -> Optional.empty()))
        .hasMessage("The event has no Records: this function reads batches of a Kinesis stream");
    assertThatThrownBy(() -> invoke("{\"Records\":[{\"s3\":{}}]}", _ -> Optional.empty()))
        .hasMessageContaining("A record has no kinesis.sequenceNumber");
  }

  private static String invoke(String event, StreamConsumer consumer) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new StreamFunction(consumer)
        .handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, null);
    return answer.toString(UTF_8);
  }

  private static String batch() {
    return "{\"Records\":[" + record(FIRST, "one") + "," + record(SECOND, "two") + "]}";
  }

  private static String record(String sequenceNumber, String data) {
    return """
    {"kinesis":{"kinesisSchemaVersion":"1.0","partitionKey":"1","sequenceNumber":"%s",\
    "data":"%s","approximateArrivalTimestamp":1545084650.987},"eventSource":"aws:kinesis",\
    "eventVersion":"1.0","eventID":"shardId-000000000006:%s","eventName":"aws:kinesis:record",\
    "eventSourceARN":"arn:aws:kinesis:us-east-2:123456789012:stream/captured"}\
    """
        .formatted(
            sequenceNumber,
            Base64.getEncoder().encodeToString(data.getBytes(UTF_8)),
            sequenceNumber);
  }
}
