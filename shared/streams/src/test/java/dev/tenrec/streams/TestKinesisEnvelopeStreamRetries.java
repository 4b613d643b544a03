package dev.tenrec.streams;

import static dev.tenrec.streams.Samples.event;
import static dev.tenrec.streams.Samples.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.events.CapturedEvents;
import dev.tenrec.events.Envelope;
import dev.tenrec.events.EnvelopeCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

class TestKinesisEnvelopeStreamRetries {
  private final TestingKinesis kinesis = new TestingKinesis();
  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = Samples.NOON;

  private final KinesisEnvelopeStream stream =
      new KinesisEnvelopeStream(
          kinesis,
          "captured",
          new TestingClaimStore(),
          new Patience(
              Duration.ofSeconds(5),
              Duration.ofMillis(20),
              Duration.ofSeconds(1),
              () -> now,
              new Random(3),
              this::sleep));

  private void sleep(Duration pause) {
    pauses.add(pause);
    now = now.plus(pause);
  }

  @Test
  void onlyRefusedRecordsArePutAgain() {
    kinesis.refusing(place -> place == 1);

    stream.put(List.of(event("ann", 1), event("bob", 1), event("cid", 1)));

    assertThat(kinesis.calls()).hasSize(2);
    assertThat(keys(kinesis.calls().get(1))).containsExactly("1:bob");
    assertThat(keys(kinesis.accepted())).containsExactly("1:ann", "1:cid", "1:bob");
  }

  @Test
  void aRefusedRecordHoldsBackTheLaterOnesOfItsKeyAndNoOthers() {
    kinesis.refusing(place -> place == 0).refusing(place -> place == 0);

    stream.put(List.of(event("ann", 1), event("ann", 2), event("bob", 1), event("bob", 2)));

    assertThat(Samples.numbers(read(kinesis.accepted()), "ann")).containsExactly(1, 2);
    assertThat(keys(kinesis.accepted())).containsExactly("1:bob", "1:bob", "1:ann", "1:ann");
  }

  @Test
  void orderHoldsUnderRandomRefusals() {
    Random random = new Random(11);
    for (int call = 0; call < 60; call++) {
      kinesis.refusing(_ -> random.nextInt(3) == 0);
    }
    List<CapturedEvents> envelopes =
        IntStream.range(0, 200).mapToObj(number -> event("p" + number % 9, number)).toList();

    stream.put(envelopes);

    List<Envelope> accepted = read(kinesis.accepted());
    assertThat(accepted).hasSize(200);
    for (int person = 0; person < 9; person++) {
      assertThat(Samples.numbers(accepted, "p" + person)).isSorted();
    }
  }

  @Test
  void aCallHoldsAtMostFiveHundredRecords() {
    stream.put(IntStream.range(0, 1_100).mapToObj(number -> event("p" + number, 1)).toList());

    assertThat(kinesis.calls()).extracting(List::size).containsExactly(500, 500, 100);
  }

  @Test
  void aCallHoldsAtMostFiveMegabytes() {
    stream.put(
        IntStream.range(0, 12).mapToObj(number -> events("p" + number, 1, 1, 1_000_000)).toList());

    assertThat(kinesis.calls()).extracting(List::size).containsExactly(5, 5, 2);
  }

  @Test
  void pausesAreRandomGrowAndStayBelowTheLongest() {
    for (int refusal = 0; refusal < 8; refusal++) {
      kinesis.refusing(_ -> true);
    }

    stream.put(List.of(event("ann", 1)));

    assertThat(pauses).hasSize(8).doesNotHaveDuplicates();
    long limit = 20;
    for (Duration pause : pauses) {
      assertThat(pause).isBetween(Duration.ZERO, Duration.ofMillis(limit));
      limit = Math.min(limit * 2, 1_000);
    }
  }

  @Test
  void itGivesUpWhenItsTimeIsUsedUp() {
    for (int refusal = 0; refusal < 1_000; refusal++) {
      kinesis.refusing(place -> place == 0);
    }

    assertThatThrownBy(() -> stream.put(List.of(event("ann", 1), event("bob", 1))))
        .isInstanceOf(StreamUnavailableException.class)
        .hasMessage(
            "Stream captured did not take 1 records:"
                + " ProvisionedThroughputExceededException: Rate exceeded");
    assertThat(now).isBeforeOrEqualTo(Samples.NOON.plusSeconds(5));
    assertThat(keys(kinesis.accepted())).containsExactly("1:bob");
  }

  @Test
  void aBrokenConnectionAndAFailingServiceAreTriedAgain() {
    kinesis
        .failing(SdkClientException.create("Connection reset"))
        .failing(service(500, "InternalFailure"))
        .failing(service(400, "ProvisionedThroughputExceededException"));

    stream.put(List.of(event("ann", 1)));

    assertThat(kinesis.accepted()).hasSize(1);
    assertThat(pauses).hasSize(3);
  }

  @Test
  void aRequestThatCanNeverSucceedIsNotTriedAgain() {
    kinesis.failing(service(400, "ResourceNotFoundException"));

    assertThatThrownBy(() -> stream.put(List.of(event("ann", 1))))
        .isInstanceOf(StreamUnavailableException.class)
        .hasMessageContaining("Stream captured did not take 1 records")
        .hasCauseInstanceOf(KinesisException.class);
    assertThat(pauses).isEmpty();
  }

  @Test
  void patienceRefusesNonsense() {
    assertThatThrownBy(() -> Patience.of(Duration.ofSeconds(-1)))
        .hasMessage("budget is PT-1S: it must not be negative");
    assertThatThrownBy(
            () ->
                new Patience(
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    () -> now,
                    new Random(),
                    this::sleep))
        .hasMessage("pauses are PT0S to PT0S: they must be positive and grow");
  }

  private static RuntimeException service(int status, String code) {
    return KinesisException.builder()
        .statusCode(status)
        .message(code)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(code).build())
        .build();
  }

  private static List<String> keys(List<PutRecordsRequestEntry> records) {
    return records.stream().map(PutRecordsRequestEntry::partitionKey).toList();
  }

  private static List<Envelope> read(List<PutRecordsRequestEntry> records) {
    return records.stream()
        .map(record -> EnvelopeCodec.read(record.data().asByteArrayUnsafe()))
        .toList();
  }
}
