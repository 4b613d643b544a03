package dev.tenrec.errors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.errors.symbols.FrameResolver;
import dev.tenrec.errors.symbols.SymbolSets;
import dev.tenrec.errors.symbols.TestingMaps;
import dev.tenrec.events.Envelope;
import dev.tenrec.events.EnvelopeCodec;
import dev.tenrec.events.GroupedExceptions;
import dev.tenrec.events.InternalEvents;
import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.events.ProcessedEvents;
import dev.tenrec.events.RejectedData;
import dev.tenrec.stores.issues.Issue;
import dev.tenrec.stores.issues.Issues;
import dev.tenrec.stores.symbols.Release;
import dev.tenrec.stores.symbols.Releases;
import dev.tenrec.stores.table.Table;
import dev.tenrec.streams.EnvelopeReader;
import dev.tenrec.streams.StreamRecord;
import dev.tenrec.streams.TestingClaimStore;
import dev.tenrec.streams.TestingEnvelopeStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestErrorTracking {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DynamoDbEmulator engine = DynamoDbEmulator.shared();
  private final Table table = new Table(engine.client(), engine.freshTable("issues"));
  private final Issues issues = new Issues(table, () -> NOON, UUID::randomUUID);
  private final Releases releases = new Releases(table, () -> NOON, UUID::randomUUID);
  private final TestingEnvelopeStream stream = new TestingEnvelopeStream();
  private final List<String> log = new ArrayList<>();
  private final SymbolSets maps = TestingMaps.ofTwoReleases();
  private final ErrorTracking errors =
      new ErrorTracking(
          new EnvelopeReader(new TestingClaimStore()),
          new Grouping(
              new FrameResolver(maps), new ExceptionReleases(maps, releases::find), issues),
          stream,
          () -> NOON,
          log::add);
  private int sequence;

  @Test
  void theSameBugMinifiedInTwoReleasesIsOneIssueAndAnotherBugAnother() {
    consume(
        record(exception(TestingMaps.BUG_IN_FIRST_RELEASE)),
        record(exception(TestingMaps.BUG_IN_SECOND_RELEASE)),
        record(exception(TestingMaps.OTHER_BUG_IN_SECOND_RELEASE)));

    List<ObjectNode> grouped = grouped();
    assertThat(grouped).hasSize(3);
    assertThat(issue(grouped.get(0))).isEqualTo(issue(grouped.get(1)));
    assertThat(issue(grouped.get(2))).isNotEqualTo(issue(grouped.get(0)));
    JsonNode frame = grouped.get(1).at("/$exception_list/0/stacktrace/frames/2");
    assertThat(frame.path("resolved_name").asText()).isEqualTo("applyCoupon");
    assertThat(frame.path("source").asText()).isEqualTo("../src/coupon.js");
    assertThat(frame.path("line").asInt()).isEqualTo(2);
    assertThat(names(grouped.get(0))).containsExactly("onClick", "showTotal", "applyCoupon");
    assertThat(names(grouped.get(1))).containsExactly("onClick", "showTotal", "applyCoupon");
    assertThat(names(grouped.get(2))).containsExactly("<anonymous>", "refund");
    assertThat(frame.at("/context/line/line").asText()).contains("order.coupon.percent");
    assertThat(issues.list(1)).hasSize(2);
    assertThat(log.getLast()).contains("\"IssuesCreated\":2").contains("\"Grouped\":3");
  }

  @Test
  void anExceptionSaysWhatPostHogsSays() {
    Release release = releases.create(1, "h", "shop", "1.0", "{}").orElseThrow();
    ObjectNode sent = exception(TestingMaps.BUG_IN_FIRST_RELEASE);
    sent.put("$release_id", release.id().toString());
    consume(record(sent));

    ObjectNode properties = grouped().getFirst();
    assertThat(properties.path("$exception_types").toString()).isEqualTo("[\"TypeError\"]");
    assertThat(properties.path("$exception_values").toString()).contains("percent");
    assertThat(properties.path("$exception_functions").toString()).contains("applyCoupon");
    assertThat(properties.path("$exception_sources").toString()).contains("src/coupon.js");
    assertThat(properties.path("$exception_handled").isBoolean()).isTrue();
    assertThat(properties.path("$exception_fingerprint").asText()).hasSize(128);
    assertThat(properties.at("/$exception_fingerprint_record/0/pieces/0").asText())
        .isEqualTo("Exception Type");
    assertThat(properties.at("/$exception_fingerprint_record/1/raw_id").asText()).endsWith("/0");
    assertThat(properties.path("$exception_release").asText()).isEqualTo("shop@1.0");
    assertThat(properties.at("/$exception_releases/h/version").asText()).isEqualTo("1.0");
    Issue issue = issues.list(1).getFirst();
    assertThat(issue.name()).isEqualTo("TypeError");
    assertThat(issue.description()).contains("percent");
  }

  @Test
  void aBatchThatComesAgainPutsTheSameBackUnderTheSameIds() {
    StreamRecord[] batch = {
      record(exception(TestingMaps.BUG_IN_FIRST_RELEASE)), record(json("{}")),
    };
    consume(batch);
    List<Envelope> first = List.copyOf(stream.envelopes());
    consume(batch);
    assertThat(stream.envelopes().subList(first.size(), 2 * first.size())).isEqualTo(first);
    assertThat(issues.list(1)).hasSize(1);
  }

  @Test
  void whenTheStreamTakesNothingTheBatchComesAgainFromItsFirstRecord() {
    stream.refuse(1);
    List<StreamRecord> batch =
        List.of(
            record(exception(TestingMaps.BUG_IN_FIRST_RELEASE)),
            record(exception(TestingMaps.OTHER_BUG_IN_SECOND_RELEASE)));
    assertThat(errors.consume(batch)).contains(batch.getFirst().sequenceNumber());
    assertThat(stream.envelopes()).isEmpty();
    assertThat(errors.consume(batch)).isEmpty();
    assertThat(grouped()).hasSize(2);
  }

  @Test
  void poisonInTheMiddleOfABatchDisturbsNothingAndIsKeptWithItsReason() {
    consume(
        record(exception(TestingMaps.BUG_IN_FIRST_RELEASE)),
        record("{\"stage\":\"processed\",\"kind\":\"exceptions\"}".getBytes(UTF_8)),
        record(json("{\"$exception_list\":\"nonsense\",\"note\":\"keep me\"}")),
        record(json("{\"$exception_list\":[null,7,\"x\"]}")),
        record(exception(TestingMaps.BUG_IN_SECOND_RELEASE)));

    assertThat(grouped()).hasSize(2);
    List<RejectedData> rejected = rejected();
    assertThat(rejected)
        .extracting(RejectedData::reason)
        .containsExactly("malformed_envelope", "no_exception", "no_exception");
    assertThat(rejected.get(1).body()).contains("keep me");
    assertThat(rejected.get(1).step()).isEqualTo("errors");
    assertThat(rejected.get(1).project()).isEqualTo(1);
    assertThat(rejected.get(1).detail()).contains("send a list");
  }

  @Test
  void oddFramesStillMakeAnIssue() {
    consume(
        record(
            json(
                "{\"$exception_list\":[{\"type\":null,\"value\":null,\"stacktrace\":{\"frames\":"
                    + "[7,{\"lineno\":\"x\",\"colno\":1e300,\"in_app\":\"maybe\"}]}}]}")),
        record(json("{\"$exception_list\":[{\"stacktrace\":{\"frames\":{}}}]}")));
    assertThat(grouped()).hasSize(2);
    assertThat(grouped().getFirst().path("$exception_types").toString()).isEqualTo("[\"Error\"]");
  }

  @Test
  void exceptionsOfASuppressedIssueAreOnlyCounted() {
    consume(record(exception(TestingMaps.BUG_IN_FIRST_RELEASE)));
    issues.update(
        1, issues.list(1).getFirst().id(), issue -> issue.withStatus(Issue.Status.SUPPRESSED));
    consume(record(exception(TestingMaps.BUG_IN_SECOND_RELEASE)));

    assertThat(grouped()).hasSize(1);
    assertThat(rejected()).extracting(RejectedData::reason).containsExactly("suppressed_issue");
    assertThat(rejected().getFirst().body()).isEmpty();
  }

  @Test
  void aResolvedIssueThatHappensAgainIsOpenAgain() {
    consume(record(exception(TestingMaps.BUG_IN_FIRST_RELEASE)));
    issues.update(
        1, issues.list(1).getFirst().id(), issue -> issue.withStatus(Issue.Status.RESOLVED));
    consume(record(exception(TestingMaps.BUG_IN_SECOND_RELEASE)));
    assertThat(issues.list(1).getFirst().status()).isEqualTo(Issue.Status.ACTIVE);
    assertThat(log.getLast()).contains("\"IssuesReopened\":1");
    assertThat(stream.envelopes())
        .filteredOn(InternalEvents.class::isInstance)
        .extracting(news -> ((InternalEvents) news).events().getFirst().event())
        .containsExactly("$error_tracking_issue_created", "$error_tracking_issue_reopened");
  }

  @Test
  void theClientsOwnFingerprintDecides() {
    ObjectNode one = exception(TestingMaps.BUG_IN_FIRST_RELEASE);
    ObjectNode two = exception(TestingMaps.OTHER_BUG_IN_SECOND_RELEASE);
    one.put("$exception_fingerprint", "checkout");
    two.put("$exception_fingerprint", "checkout");
    consume(record(one), record(two));
    assertThat(issues.list(1)).hasSize(1);
    assertThat(grouped().getFirst().at("/$exception_fingerprint_record/0/type").asText())
        .isEqualTo("manual");
  }

  private void consume(StreamRecord... records) {
    assertThat(errors.consume(List.of(records))).isEmpty();
  }

  private StreamRecord record(ObjectNode properties) {
    ProcessedEvent event =
        new ProcessedEvent(
            UUID.randomUUID(),
            "$exception",
            "ann",
            UUID.randomUUID(),
            NOON,
            NOON,
            ProcessedEvent.PersonMode.FULL,
            "",
            properties,
            json("{}"));
    return record(EnvelopeCodec.write(new ProcessedEvents(1, "ann", List.of(event))));
  }

  private StreamRecord record(byte[] data) {
    return new StreamRecord("s", "shard", String.valueOf(++sequence), NOON, data);
  }

  private List<ObjectNode> grouped() {
    return stream.envelopes().stream()
        .filter(GroupedExceptions.class::isInstance)
        .flatMap(envelope -> ((GroupedExceptions) envelope).events().stream())
        .map(ProcessedEvent::properties)
        .toList();
  }

  private List<RejectedData> rejected() {
    return stream.envelopes().stream()
        .filter(RejectedData.class::isInstance)
        .map(RejectedData.class::cast)
        .toList();
  }

  private static List<String> names(ObjectNode properties) {
    List<String> names = new ArrayList<>();
    properties
        .at("/$exception_list/0/stacktrace/frames")
        .forEach(frame -> names.add(frame.path("resolved_name").asText()));
    return names;
  }

  private static String issue(ObjectNode properties) {
    return properties.path(GroupedExceptions.ISSUE).asText();
  }

  private static ObjectNode exception(String frames) {
    return json(
        "{\"$exception_list\":[{\"type\":\"TypeError\",\"value\":\"Cannot read properties of"
            + " undefined (reading 'percent')\",\"mechanism\":{\"handled\":false},"
            + "\"stacktrace\":{\"type\":\"raw\",\"frames\":["
            + frames
            + "]}}]}");
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
