package dev.tenrec.cloud.mappings;

import static dev.tenrec.cloud.mappings.ScriptedTarget.answer;
import static dev.tenrec.cloud.mappings.ScriptedTarget.fail;
import static dev.tenrec.cloud.mappings.ScriptedTarget.succeed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.cloud.functions.InvocationResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestBatchRunner {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final List<String> done = new ArrayList<>();
  private final List<FailureReport> failures = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = START;

  @Test
  void aBatchThatSucceedsIsDoneAfterOneCall() throws InterruptedException {
    ScriptedTarget target = new ScriptedTarget(_ -> succeed());

    run(target, false, retries(false, -1), records("a", "b", "c"));

    assertThat(target.calls()).containsExactly(List.of("a", "b", "c"));
    assertThat(done).containsExactly("a", "b", "c");
    assertThat(failures).isEmpty();
  }

  @Test
  void aBatchThatFailsIsTriedAgainAsAWholeAfterLongerAndLongerPauses() throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    ScriptedTarget target =
        new ScriptedTarget(_ -> calls.incrementAndGet() < 4 ? fail() : succeed());

    run(target, false, retries(false, -1), records("a", "b"));

    assertThat(target.calls()).hasSize(4).allMatch(List.of("a", "b")::equals);
    assertThat(pauses).hasSize(3).isSorted().doesNotHaveDuplicates();
    assertThat(done).containsExactly("a", "b");
  }

  @Test
  void bisectingFindsTheRecordThatFailsAndDeliversAllOthersInOrder() throws InterruptedException {
    ScriptedTarget target =
        new ScriptedTarget(batch -> batch.contains("poison") ? fail() : succeed());

    run(target, false, retries(true, 0), records("a", "b", "c", "poison", "d", "e"));

    assertThat(done).containsExactly("a", "b", "c", "poison", "d", "e");
    assertThat(target.done()).containsExactly("a", "b", "c", "d", "e");
    assertThat(failures)
        .singleElement()
        .satisfies(report -> assertThat(contents(report.records())).containsExactly("poison"));
  }

  @Test
  void bisectingDoesNotCountAsATry() throws InterruptedException {
    ScriptedTarget target = new ScriptedTarget(_ -> fail());

    run(target, false, retries(true, 2), records("a", "b"));

    // The whole, then each half three times: once and two tries more.
    assertThat(target.calls())
        .containsExactly(
            List.of("a", "b"),
            List.of("a"),
            List.of("a"),
            List.of("a"),
            List.of("b"),
            List.of("b"),
            List.of("b"));
    assertThat(failures).hasSize(2);
  }

  @Test
  void withoutBisectingTheWholeBatchIsGivenUpWhenTheTriesAreUsedUp() throws InterruptedException {
    ScriptedTarget target = new ScriptedTarget(_ -> fail());

    run(target, false, retries(false, 1), records("a", "b", "c"));

    assertThat(target.calls()).hasSize(2);
    assertThat(failures)
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.condition()).isEqualTo(FailureReport.Condition.RETRIES);
              assertThat(report.invocations()).isEqualTo(2);
              assertThat(report.functionError()).isTrue();
              assertThat(contents(report.records())).containsExactly("a", "b", "c");
            });
    assertThat(done).containsExactly("a", "b", "c");
  }

  @Test
  void whatStandsBeforeTheFirstReportedFailureIsNotDeliveredAgain() throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    ScriptedTarget target =
        new ScriptedTarget(
            _ -> calls.incrementAndGet() == 1 ? failed("00003", "00002") : succeed());

    run(target, true, retries(true, -1), records("a", "b", "c", "d"));

    assertThat(target.calls()).containsExactly(List.of("a", "b", "c", "d"), List.of("b", "c", "d"));
    assertThat(done).containsExactly("a", "b", "c", "d");
  }

  @Test
  void aRecordThatIsReportedAgainAndAgainIsFoundByBisectingAndGivenUp()
      throws InterruptedException {
    ScriptedTarget target =
        new ScriptedTarget(
            batch -> batch.getFirst().equals("poison") ? failed("00002") : poisonAt(batch));

    run(target, true, retries(true, 2), records("a", "poison", "b", "c"));

    assertThat(failures)
        .singleElement()
        .satisfies(
            report -> {
              assertThat(contents(report.records())).containsExactly("poison");
              assertThat(report.functionError()).isFalse();
            });
    assertThat(done).containsExactly("a", "poison", "b", "c");
    assertThat(target.calls().getLast()).doesNotContain("poison");
  }

  @Test
  void progressIsRememberedWhenALaterRecordFails() throws InterruptedException {
    // Each call gets one record further; the limit of one retry is never reached.
    ScriptedTarget target =
        new ScriptedTarget(
            batch -> batch.size() == 1 ? succeed() : failed("0000" + (6 - batch.size() + 1)));

    run(target, true, retries(false, 1), records("a", "b", "c", "d", "e"));

    assertThat(failures).isEmpty();
    assertThat(done).containsExactly("a", "b", "c", "d", "e");
    assertThat(target.calls()).hasSize(5);
  }

  @Test
  void anAnswerThatCannotBeUnderstoodMakesTheWholeBatchFail() throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    ScriptedTarget target =
        new ScriptedTarget(
            _ ->
                calls.incrementAndGet() == 1
                    ? answer("{\"batchItemFailures\":[{\"item\":\"00002\"}]}")
                    : succeed());

    run(target, true, retries(false, -1), records("a", "b"));

    assertThat(target.calls()).containsExactly(List.of("a", "b"), List.of("a", "b"));
    assertThat(notices).singleElement().asString().contains("itemIdentifier");
  }

  @Test
  void aReportedRecordThatIsNotInTheBatchMakesTheWholeBatchFail() throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    ScriptedTarget target =
        new ScriptedTarget(_ -> calls.incrementAndGet() == 1 ? failed("77777") : succeed());

    run(target, true, retries(false, -1), records("a", "b"));

    assertThat(target.calls()).hasSize(2);
    assertThat(notices).singleElement().asString().contains("not in the batch");
  }

  @Test
  void withoutPartialFailuresTheAnswerMeansNothing() throws InterruptedException {
    ScriptedTarget target = new ScriptedTarget(_ -> failed("00001"));

    run(target, false, retries(false, -1), records("a"));

    assertThat(target.calls()).hasSize(1);
    assertThat(done).containsExactly("a");
  }

  @Test
  void recordsThatAreTooOldAreGivenUpWithoutACall() throws InterruptedException {
    now = START.plusSeconds(61);
    ScriptedTarget target = new ScriptedTarget(_ -> succeed());
    List<SourceRecord> batch = new ArrayList<>(records("old", "older"));
    batch.add(record(3, "young", START.plusSeconds(30)));

    run(target, false, limited(Duration.ofSeconds(60)), batch);

    assertThat(target.calls()).containsExactly(List.of("young"));
    assertThat(failures)
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.condition()).isEqualTo(FailureReport.Condition.AGE);
              assertThat(contents(report.records())).containsExactly("old", "older");
              assertThat(report.invocations()).isZero();
            });
    assertThat(done).containsExactly("old", "older", "young");
  }

  @Test
  void aRecordThatFailsForEverIsGivenUpWhenItIsTooOld() throws InterruptedException {
    ScriptedTarget target =
        new ScriptedTarget(batch -> batch.contains("poison") ? fail() : succeed());
    List<SourceRecord> batch = new ArrayList<>(records("poison"));
    batch.add(record(2, "good", START.plusSeconds(3_600)));

    run(target, false, limited(Duration.ofSeconds(60)), batch);

    assertThat(target.done()).containsExactly("good");
    assertThat(failures)
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.condition()).isEqualTo(FailureReport.Condition.AGE);
              assertThat(report.invocations()).isPositive();
            });
  }

  @Test
  void aFunctionThatCannotBeCalledCostsNoTry() throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    ScriptedTarget target =
        new ScriptedTarget(
            _ -> calls.incrementAndGet() < 20 ? new InvocationResult.Throttled("busy") : succeed());

    run(target, false, retries(false, 0), records("a"));

    assertThat(failures).isEmpty();
    assertThat(done).containsExactly("a");
  }

  @Test
  void anInterruptionLeavesOpenWhatIsNotDone() {
    ScriptedTarget target = new ScriptedTarget(batch -> batch.contains("b") ? fail() : succeed());
    BatchRunner runner =
        runner(
            target,
            false,
            retries(true, -1),
            _ -> {
              throw new InterruptedException();
            });

    assertThatThrownBy(() -> runner.run(records("a", "b", "c"), this::isDone))
        .isInstanceOf(InterruptedException.class);
    assertThat(done).containsExactly("a");
  }

  @Test
  void theReportIsTheDocumentedOne() {
    FailureReport report =
        new FailureReport(records("a", "b"), FailureReport.Condition.RETRIES, 3, true);

    JsonNode json =
        report.json(
            UUID.fromString("00000000-0000-0000-0000-000000000001"),
            "arn:function",
            "arn:stream",
            "shardId-000000000000",
            START);

    assertThat(json.toPrettyString())
        .isEqualToIgnoringWhitespace(
            """
            {"requestContext":{"requestId":"00000000-0000-0000-0000-000000000001",
              "functionArn":"arn:function","condition":"RetryAttemptsExhausted",
              "approximateInvokeCount":3},
             "responseContext":{"statusCode":200,"executedVersion":"$LATEST",
              "functionError":"Unhandled"},
             "version":"1.0","timestamp":"2026-01-01T00:00:00Z",
             "KinesisBatchInfo":{"shardId":"shardId-000000000000",
              "startSequenceNumber":"00001","endSequenceNumber":"00002",
              "approximateArrivalOfFirstRecord":"2026-01-01T00:00:00Z",
              "approximateArrivalOfLastRecord":"2026-01-01T00:00:00Z",
              "batchSize":2,"streamArn":"arn:stream"}}
            """);
  }

  private void run(Target target, boolean partial, RetrySettings retries, List<SourceRecord> batch)
      throws InterruptedException {
    runner(
            target,
            partial,
            retries,
            time -> {
              pauses.add(time);
              now = now.plus(time);
            })
        .run(batch, this::isDone);
  }

  private BatchRunner runner(
      Target target, boolean partial, RetrySettings retries, BatchRunner.Pause pause) {
    return new BatchRunner(
        target,
        new KinesisEvents("arn:aws:kinesis:us-east-1:000000000000:stream/s", "shard"),
        partial,
        retries,
        failures::add,
        notices::add,
        pause,
        () -> now);
  }

  private void isDone(List<SourceRecord> records) {
    done.addAll(contents(records));
  }

  private static InvocationResult poisonAt(List<String> batch) {
    return batch.contains("poison") ? failed("00002") : succeed();
  }

  private static InvocationResult failed(String... sequenceNumbers) {
    return answer(
        "{\"batchItemFailures\":["
            + String.join(
                ",",
                java.util.stream.Stream.of(sequenceNumbers)
                    .map(it -> "{\"itemIdentifier\":\"" + it + "\"}")
                    .toList())
            + "]}");
  }

  private static RetrySettings retries(boolean bisect, int attempts) {
    return new RetrySettings(
        bisect,
        attempts < 0 ? OptionalInt.empty() : OptionalInt.of(attempts),
        Optional.empty(),
        Optional.empty());
  }

  private static RetrySettings limited(Duration age) {
    return new RetrySettings(true, OptionalInt.empty(), Optional.of(age), Optional.empty());
  }

  private static List<SourceRecord> records(String... contents) {
    return IntStream.range(0, contents.length)
        .mapToObj(i -> record(i + 1, contents[i], START))
        .toList();
  }

  private static SourceRecord record(int number, String content, Instant arrival) {
    Function<String, String> encode =
        text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return new SourceRecord("%05d".formatted(number), "key", arrival, encode.apply(content));
  }

  private static List<String> contents(List<SourceRecord> records) {
    return records.stream()
        .map(record -> new String(record.content(), StandardCharsets.UTF_8))
        .toList();
  }
}
