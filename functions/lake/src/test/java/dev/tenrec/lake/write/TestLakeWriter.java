package dev.tenrec.lake.write;

import static dev.tenrec.lake.write.Deliveries.NOON;
import static dev.tenrec.lake.write.Deliveries.event;
import static dev.tenrec.lake.write.Deliveries.events;
import static dev.tenrec.lake.write.Deliveries.id;
import static dev.tenrec.lake.write.Deliveries.persons;
import static dev.tenrec.lake.write.Deliveries.poison;
import static dev.tenrec.lake.write.Deliveries.properties;
import static dev.tenrec.lake.write.Deliveries.record;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.CapturedEvent;
import dev.tenrec.events.CapturedEvents;
import dev.tenrec.events.EnvelopeCodec;
import dev.tenrec.events.FingerprintMove;
import dev.tenrec.events.FingerprintMoves;
import dev.tenrec.events.GroupVersion;
import dev.tenrec.events.GroupedExceptions;
import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.events.ProcessedGroups;
import dev.tenrec.events.ProcessedRecordings;
import dev.tenrec.events.RecordingVersion;
import dev.tenrec.events.RejectedData;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.Micros;
import dev.tenrec.lake.pipeline.Registration;
import dev.tenrec.lake.pipeline.Shard;
import dev.tenrec.streams.StreamRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;

class TestLakeWriter {
  private final LakeFixture fixture = new LakeFixture();

  @Test
  void writesOneFileForEachTableAndDay() {
    fixture
        .writer()
        .consume(
            List.of(
                record(1, events(event(1, NOON), event(2, NOON.minus(Duration.ofDays(1))))),
                record(2, events(event(3, NOON))),
                record(3, persons(50))));

    assertThat(fixture.files(LakeTable.EVENTS))
        .extracting(Registration.File::day, Registration.File::records)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(Optional.of(LocalDate.parse("2026-05-01")), 2L),
            org.assertj.core.groups.Tuple.tuple(Optional.of(LocalDate.parse("2026-04-30")), 1L));
    assertThat(fixture.files(LakeTable.EVENTS))
        .allMatch(file -> file.location().contains("/timestamp_day=" + file.day().get() + "/"));
    assertThat(fixture.files(LakeTable.PERSON_VERSIONS)).hasSize(1);
    assertThat(fixture.files(LakeTable.PERSON_OVERRIDES)).hasSize(1);
    assertThat(fixture.state.checkpoint(new Shard("processed", "shard-0")))
        .hasValue("4959033827149023");
    assertThat(fixture.nudges).hasValue(1);
  }

  @Test
  void storesEveryFieldOfAnEvent() {
    ProcessedEvent event =
        event(
            7,
            NOON.plusNanos(123_456_789),
            properties()
                .put("$browser", "Firefox")
                .put("$session_id", "s1")
                .put("$group_0", "acme")
                .put("$os_version", 15)
                .put("price", new java.math.BigDecimal("1.10"))
                .putNull("title"));
    fixture.writer().consume(List.of(record(1, events(event))));

    Map<String, Object> row = fixture.rows(LakeTable.EVENTS).getFirst();
    assertThat(row)
        .containsEntry("project_id", 1L)
        .containsEntry("uuid", id(7).toString())
        .containsEntry("event", "purchase")
        .containsEntry("distinct_id", "ann")
        .containsEntry("person_id", id(1_000_000).toString())
        .containsEntry("timestamp", Micros.of(NOON) + 123_456)
        .containsEntry("created_at", Micros.of(NOON))
        .containsEntry("person_mode", "full")
        .containsEntry("elements_chain", "")
        .containsEntry("session_id", "s1")
        .containsEntry("group_0", "acme")
        .containsEntry("browser", "Firefox")
        .containsEntry("os_version", null)
        .containsEntry("title", null)
        .containsEntry("properties", "{\"$os_version\":15,\"price\":1.10,\"title\":null}")
        .containsEntry("person_properties", "{\"plan\":\"free\"}");
  }

  @Test
  void storesPersonsMergesGroupsAndRejections() {
    fixture
        .writer()
        .consume(
            List.of(
                record(1, persons(50)),
                record(
                    2,
                    new ProcessedGroups(
                        1,
                        List.of(
                            new GroupVersion(0, "company", "acme", 3, properties(), NOON, NOON)))),
                record(
                    3,
                    new RejectedData(
                        0, id(9), NOON, "capture", "unknown_token", "Why", "phc", "", "", "{}"))));

    assertThat(fixture.rows(LakeTable.PERSON_VERSIONS).getFirst())
        .containsEntry("person_id", id(50).toString())
        .containsEntry("version", 2L)
        .containsEntry("distinct_ids", List.of("ann"))
        .containsEntry("identified", true)
        .containsEntry("deleted", false)
        .containsEntry("updated_at", Micros.of(NOON));
    assertThat(fixture.rows(LakeTable.PERSON_OVERRIDES).getFirst())
        .containsEntry("old_person_id", id(51).toString())
        .containsEntry("person_id", id(50).toString());
    assertThat(fixture.rows(LakeTable.GROUPS).getFirst())
        .containsEntry("type_index", 0)
        .containsEntry("key", "acme")
        .containsEntry("properties", "{}");
    assertThat(fixture.rows(LakeTable.REJECTED).getFirst())
        .containsEntry("reason", "unknown_token")
        .containsEntry("token", "phc")
        .containsEntry("event", null);
  }

  @Test
  void storesRecordingsByTheDayTheyBeganToComeIn() {
    RecordingVersion recording =
        new RecordingVersion(
            "s-1",
            2,
            false,
            "ann",
            NOON.minusSeconds(60),
            NOON,
            List.of("https://shop.test/", "https://shop.test/cart"),
            new RecordingVersion.Counts(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
            "web",
            "web",
            30,
            NOON,
            NOON);
    fixture
        .writer()
        .consume(
            List.of(
                record(1, new ProcessedRecordings(1, List.of(recording))),
                record(
                    2,
                    new ProcessedRecordings(
                        1, List.of(RecordingVersion.deleted("s-1", 3, NOON, NOON))))));

    assertThat(fixture.files(LakeTable.SESSION_REPLAY_EVENTS))
        .extracting(Registration.File::day)
        .containsExactly(Optional.of(LocalDate.parse("2026-05-01")));
    List<Map<String, Object>> rows = fixture.rows(LakeTable.SESSION_REPLAY_EVENTS);
    assertThat(rows.getFirst())
        .containsEntry("session_id", "s-1")
        .containsEntry("version", 2L)
        .containsEntry("start_time", Micros.of(NOON.minusSeconds(60)))
        .containsEntry("first_url", "https://shop.test/")
        .containsEntry("all_urls", List.of("https://shop.test/", "https://shop.test/cart"))
        .containsEntry("click_count", 1L)
        .containsEntry("message_count", 10L)
        .containsEntry("retention_period_days", 30);
    assertThat(rows.getLast()).containsEntry("deleted", true).containsEntry("first_url", null);
  }

  @Test
  void storesAGroupedExceptionInBothTablesAndAMoveOfItsFingerprint() throws Exception {
    ObjectNode properties =
        (ObjectNode)
            new ObjectMapper()
                .readTree(
                    """
                    {"$exception_issue_id":"i1","$exception_fingerprint":"f1",
                     "$exception_types":["TypeError","Error"],"$exception_values":["x","y"],
                     "$exception_sources":["a.js"],"$exception_functions":["run"],
                     "$exception_handled":false,"$session_id":"s1","$lib":"web",
                     "$exception_list":[{"type":"TypeError","stacktrace":{"frames":[
                       {"source":"a.js","resolved_name":"run","in_app":true},
                       {"source":"lib.js","mangled_name":"q","in_app":false}]}}]}
                    """);
    ProcessedEvent event = event(7, NOON, properties);
    ProcessedEvent exception =
        new ProcessedEvent(
            event.uuid(),
            "$exception",
            event.distinctId(),
            event.personId(),
            NOON,
            NOON,
            event.personMode(),
            "",
            properties,
            event.personProperties());
    fixture
        .writer()
        .consume(
            List.of(
                record(1, new GroupedExceptions(1, "ann", List.of(exception))),
                record(
                    2,
                    new FingerprintMoves(1, List.of(new FingerprintMove("f1", id(5), 2, NOON))))));

    assertThat(fixture.rows(LakeTable.EVENTS).getFirst()).containsEntry("event", "$exception");
    assertThat(fixture.rows(LakeTable.EXCEPTIONS).getFirst())
        .containsEntry("uuid", id(7).toString())
        .containsEntry("issue_id", "i1")
        .containsEntry("fingerprint", "f1")
        .containsEntry("type", "TypeError")
        .containsEntry("types", List.of("TypeError", "Error"))
        .containsEntry("function", "run")
        .containsEntry("source", "a.js")
        .containsEntry("handled", false)
        .containsEntry("session_id", "s1")
        .containsEntry("release", null);
    assertThat(fixture.rows(LakeTable.ISSUE_OVERRIDES).getFirst())
        .containsEntry("fingerprint", "f1")
        .containsEntry("issue_id", id(5).toString())
        .containsEntry("version", 2L);
  }

  @Test
  void dropsRecordsThatWereRegisteredBefore() {
    List<StreamRecord> records = Deliveries.mixed(0, 9);
    fixture.writer().consume(records.subList(0, 6));
    fixture.writer().consume(records.subList(2, 10));
    fixture.writer().consume(records);

    assertThat(fixture.column(LakeTable.EVENTS, "uuid"))
        .containsExactlyInAnyOrderElementsOf(
            LongStream.of(0, 1, 2, 3, 5, 6, 7, 8)
                .mapToObj(it -> (Object) id(it).toString())
                .toList());
    assertThat(fixture.rows(LakeTable.PERSON_VERSIONS)).hasSize(2);
    assertThat(fixture.reports)
        .extracting(report -> report.counted("repeated"))
        .containsExactly(0L, 4L, 10L);
  }

  @Test
  void wakesTheCommitterAlsoWhenAllRecordsWereRegisteredBefore() {
    fixture.queue =
        () -> {
          throw new IllegalStateException("the queue does not answer");
        };
    List<StreamRecord> records = Deliveries.mixed(0, 3);
    assertThatThrownBy(() -> fixture.writer().consume(records)).hasMessageContaining("the queue");

    fixture.queue = fixture.nudges::incrementAndGet;
    fixture.writer().consume(records);

    assertThat(fixture.nudges).hasValue(1);
    assertThat(fixture.rows(LakeTable.EVENTS)).hasSize(4);
  }

  @Test
  void keepsTheShardsOfAStreamApart() {
    fixture.writer().consume(List.of(record("parent", 100, events(event(1, NOON)))));
    fixture.writer().consume(List.of(record("child-a", 5, events(event(2, NOON)))));
    fixture.writer().consume(List.of(record("child-b", 5, events(event(3, NOON)))));
    fixture.writer().consume(List.of(record("parent", 100, events(event(1, NOON)))));

    assertThat(fixture.rows(LakeTable.EVENTS)).hasSize(3);
  }

  @Test
  void storesAPoisonRecordWithItsReasonAndGoesOn() {
    fixture
        .writer()
        .consume(
            List.of(
                record(1, events(event(1, NOON))),
                poison(2, "{\"stage\":\"processed\",\"kind\":"),
                record("shard-0", 3, new byte[] {(byte) 0xc3, 0x28}),
                record(4, events(event(2, NOON)))));

    assertThat(fixture.rows(LakeTable.EVENTS)).hasSize(2);
    List<Map<String, Object>> rejected = fixture.rows(LakeTable.REJECTED);
    assertThat(rejected).extracting(row -> row.get("reason")).containsOnly("malformed_envelope");
    assertThat(rejected)
        .extracting(row -> row.get("body"))
        .containsExactly("{\"stage\":\"processed\",\"kind\":", "base64:wyg=");
    assertThat(rejected.getFirst().get("detail"))
        .asString()
        .startsWith("Record processed/shard-0/4959033827149022: The envelope is not JSON");
  }

  @Test
  void keepsAnEventWhoseTimeNoReaderUnderstands() {
    fixture
        .writer()
        .consume(
            List.of(
                record(
                    1,
                    events(
                        event(1, Instant.parse("+12026-01-01T00:00:00Z")),
                        event(2, Instant.parse("-0001-01-01T00:00:00Z")),
                        event(3, NOON)))));

    assertThat(fixture.column(LakeTable.EVENTS, "uuid")).containsExactly(id(3).toString());
    Map<String, Object> rejected = fixture.rows(LakeTable.REJECTED).getFirst();
    assertThat(rejected)
        .containsEntry("reason", "timestamp_out_of_range")
        .containsEntry("project_id", 1L)
        .containsEntry("event", "purchase");
    assertThat((String) rejected.get("body"))
        .isEqualTo(
            new String(
                EnvelopeCodec.write(events(event(1, Instant.parse("+12026-01-01T00:00:00Z")))),
                UTF_8));
  }

  @Test
  void makesFewFilesOfManyDays() {
    List<ProcessedEvent> events = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      events.add(event(i, Instant.EPOCH.plus(Duration.ofDays(i))));
    }
    for (int i = 2_000; i < 2_600; i++) {
      events.add(event(i, NOON));
    }
    fixture.writer().consume(List.of(record(1, events(events.toArray(ProcessedEvent[]::new)))));

    assertThat(fixture.files(LakeTable.EVENTS))
        .extracting(Registration.File::records)
        .containsExactly(600L, 2_000L);
    assertThat(fixture.files(LakeTable.EVENTS).get(1).day()).isEmpty();
    assertThat(fixture.column(LakeTable.EVENTS, "uuid")).doesNotHaveDuplicates().hasSize(2_600);
  }

  @Test
  void givesAFullDayAFileOfItsOwn() {
    List<ProcessedEvent> events = new ArrayList<>();
    for (int i = 0; i < 500 * 12; i++) {
      events.add(event(i, NOON.minus(Duration.ofDays(i % 12))));
    }
    fixture.writer().consume(List.of(record(1, events(events.toArray(ProcessedEvent[]::new)))));

    assertThat(fixture.files(LakeTable.EVENTS)).hasSize(9);
    assertThat(fixture.files(LakeTable.EVENTS).getLast().records()).isEqualTo(2_000);
  }

  @Test
  void ignoresWhatIsNotProcessedYet() {
    CapturedEvents captured =
        new CapturedEvents(
            1,
            "ann",
            NOON,
            "",
            false,
            List.of(new CapturedEvent(id(1), "purchase", "ann", NOON, properties())));

    assertThat(fixture.writer().consume(List.of(record(1, captured)))).isEmpty();
    assertThat(fixture.state.pending("events", 10)).isEmpty();
  }

  @Test
  void stopsAtARecordWhoseBodyCannotBeFetchedNow() {
    String key = fixture.claims.put(EnvelopeCodec.write(events(event(2, NOON))));
    StreamRecord claimed =
        record(
            "shard-0",
            2,
            ("{\"stage\":\"processed\",\"kind\":\"events\",\"project\":1,\"claim\":\""
                    + key
                    + "\"}")
                .getBytes(UTF_8));
    List<StreamRecord> records =
        List.of(record(1, events(event(1, NOON))), claimed, record(3, events(event(3, NOON))));
    fixture.claims.fail();

    assertThat(fixture.writer().consume(records)).hasValue(claimed.sequenceNumber());
    assertThat(fixture.column(LakeTable.EVENTS, "uuid")).containsExactly(id(1).toString());

    fixture.claims.recover();
    assertThat(fixture.writer().consume(records.subList(1, 3))).isEmpty();
    assertThat(fixture.rows(LakeTable.EVENTS)).hasSize(3);
  }

  @Test
  void leavesColumnsEmptyThatAnOwnerAdded() {
    fixture
        .lake
        .open()
        .table(LakeTable.EVENTS)
        .updateSchema()
        .addColumn("plan", Types.StringType.get())
        .moveFirst("plan")
        .commit();
    fixture.writer().consume(List.of(record(1, events(event(1, NOON)))));

    assertThat(fixture.rows(LakeTable.EVENTS).getFirst())
        .containsEntry("plan", null)
        .containsEntry("uuid", id(1).toString());
  }

  @Test
  void givesUpWhenTheCheckpointAlwaysMoves() {
    LakeWriter restless =
        new LakeWriter(
            new dev.tenrec.streams.EnvelopeReader(fixture.claims),
            new RestlessState(fixture.state),
            fixture.lake.open(),
            fixture.queue,
            () -> id(1),
            fixture.clock,
            fixture.reports::add);

    assertThatThrownBy(() -> restless.consume(Deliveries.mixed(0, 1)))
        .hasMessageContaining("moved during each of 5 attempts");
  }
}
