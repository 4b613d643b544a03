package dev.tenrec.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.ProcessedEvent.PersonMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestEnvelopeCodec {
  private static final UUID ONE = UUID.fromString("01890000-0000-7000-8000-000000000001");
  private static final UUID TWO = UUID.fromString("01890000-0000-7000-8000-000000000002");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = Instant.parse("2026-03-01T12:00:01.234567Z");

  @Test
  void capturedEventsHaveAFixedForm() throws Exception {
    assertForm(
        new CapturedEvents(
            7,
            "ann",
            NOON,
            "203.0.113.9",
            true,
            List.of(
                new CapturedEvent(ONE, "signed up", "ann", LATER, object("{\"plan\":\"pro\"}")))),
        """
        {"stage":"captured","kind":"events","project":7,"distinct_id":"ann",\
        "received_at":"2026-03-01T12:00:00Z","ip":"203.0.113.9","historical":true,"events":[\
        {"uuid":"01890000-0000-7000-8000-000000000001","event":"signed up",\
        "timestamp":"2026-03-01T12:00:01.234567Z","properties":{"plan":"pro"}}]}\
        """);
  }

  @Test
  void processedEventsHaveAFixedForm() throws Exception {
    assertForm(
        processed("signed up"),
        """
        {"stage":"processed","kind":"events","project":7,"distinct_id":"ann","events":[\
        {"uuid":"01890000-0000-7000-8000-000000000001","event":"signed up",\
        "person_id":"01890000-0000-7000-8000-000000000002","timestamp":"2026-03-01T12:00:00Z",\
        "created_at":"2026-03-01T12:00:01.234567Z","person_mode":"force_upgrade",\
        "elements_chain":"a:href=\\"/x\\"","properties":{},"person_properties":{"n":1}}]}\
        """);
  }

  @Test
  void exceptionsTravelUnderTheirOwnKind() throws Exception {
    assertThat(new String(EnvelopeCodec.write(processed("$exception")), UTF_8))
        .startsWith("{\"stage\":\"processed\",\"kind\":\"exceptions\",\"project\":7,");
  }

  @Test
  void personsHaveAFixedForm() throws Exception {
    assertForm(
        new ProcessedPersons(
            7,
            List.of(
                new PersonVersion(
                    ONE, 3, List.of("ann", "anon"), object("{}"), true, false, NOON, LATER)),
            List.of(new PersonOverride(TWO, ONE, 1, LATER))),
        """
        {"stage":"processed","kind":"persons","project":7,"persons":[\
        {"person_id":"01890000-0000-7000-8000-000000000001","version":3,\
        "distinct_ids":["ann","anon"],"properties":{},"identified":true,"deleted":false,\
        "created_at":"2026-03-01T12:00:00Z","updated_at":"2026-03-01T12:00:01.234567Z"}],\
        "overrides":[{"old_person_id":"01890000-0000-7000-8000-000000000002",\
        "person_id":"01890000-0000-7000-8000-000000000001","version":1,\
        "merged_at":"2026-03-01T12:00:01.234567Z"}]}\
        """);
  }

  @Test
  void groupsHaveAFixedForm() throws Exception {
    assertForm(
        new ProcessedGroups(
            7,
            List.of(
                new GroupVersion(2, "company", "acme", 5, object("{\"size\":12}"), NOON, LATER))),
        """
        {"stage":"processed","kind":"groups","project":7,"groups":[{"type_index":2,\
        "type":"company","key":"acme","version":5,"properties":{"size":12},\
        "created_at":"2026-03-01T12:00:00Z","updated_at":"2026-03-01T12:00:01.234567Z"}]}\
        """);
  }

  @Test
  void recordingsHaveAFixedForm() {
    assertForm(
        new ProcessedRecordings(
            7,
            List.of(
                new RecordingVersion(
                    "s-1",
                    2,
                    false,
                    "ann",
                    NOON,
                    LATER,
                    List.of("https://shop.test/"),
                    new RecordingVersion.Counts(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
                    "web",
                    "web",
                    30,
                    NOON,
                    LATER))),
        """
        {"stage":"processed","kind":"recordings","project":7,"recordings":[{"session_id":"s-1",\
        "version":2,"deleted":false,"distinct_id":"ann","start_time":"2026-03-01T12:00:00Z",\
        "end_time":"2026-03-01T12:00:01.234567Z","urls":["https://shop.test/"],"click_count":1,\
        "keypress_count":2,"mouse_activity_count":3,"active_milliseconds":4,\
        "console_log_count":5,"console_warn_count":6,"console_error_count":7,"size":8,\
        "event_count":9,"message_count":10,"snapshot_source":"web","snapshot_library":"web",\
        "retention_period_days":30,"received_at":"2026-03-01T12:00:00Z",\
        "updated_at":"2026-03-01T12:00:01.234567Z"}]}\
        """);
  }

  @Test
  void movesOfFingerprintsHaveAFixedForm() {
    assertForm(
        new FingerprintMoves(7, List.of(new FingerprintMove("f", ONE, 2, NOON))),
        """
        {"stage":"processed","kind":"issues","project":7,"moves":[{"fingerprint":"f",\
        "issue_id":"01890000-0000-7000-8000-000000000001","version":2,\
        "moved_at":"2026-03-01T12:00:00Z"}]}\
        """);
  }

  @Test
  void aGroupedExceptionHasItsIssueAndIsNoOtherEvent() throws Exception {
    String issue = "{\"$exception_issue_id\":\"i\",\"$exception_fingerprint\":\"f\"}";
    GroupedExceptions grouped =
        new GroupedExceptions(7, "ann", List.of(processed("$exception", issue)));
    byte[] json = EnvelopeCodec.write(grouped);
    assertThat(new String(json, UTF_8))
        .startsWith("{\"stage\":\"processed\",\"kind\":\"grouped\",\"project\":7,");
    assertThat(EnvelopeCodec.read(json)).isEqualTo(grouped);
    InternalEvents internal = new InternalEvents(7, "ann", List.of(processed("news", "{}")));
    assertThat(new String(EnvelopeCodec.write(internal), UTF_8)).contains("\"kind\":\"internal\"");
    assertThat(EnvelopeCodec.read(EnvelopeCodec.write(internal))).isEqualTo(internal);
    assertThatThrownBy(
            () -> new GroupedExceptions(7, "ann", List.of(processed("$exception", "{}"))))
        .hasMessageContaining("group it first");
    assertThatThrownBy(() -> new GroupedExceptions(7, "ann", List.of(processed("x", issue))))
        .hasMessageContaining("only exceptions");
  }

  private static ProcessedEvent processed(String event, String properties) throws Exception {
    return new ProcessedEvent(
        ONE,
        event,
        "ann",
        TWO,
        NOON,
        NOON,
        ProcessedEvent.PersonMode.FULL,
        "",
        object(properties),
        object("{}"));
  }

  @Test
  void rejectedDataHasAFixedForm() {
    assertForm(
        new RejectedData(
            0, ONE, NOON, "capture", "unknown_token", "No.", "phc_x", "", "", "{\"a\":1}"),
        """
        {"stage":"processed","kind":"rejected","project":0,\
        "uuid":"01890000-0000-7000-8000-000000000001","received_at":"2026-03-01T12:00:00Z",\
        "step":"capture","reason":"unknown_token","detail":"No.","token":"phc_x",\
        "distinct_id":"","event":"","body":"{\\"a\\":1}"}\
        """);
  }

  @Test
  void numbersKeepEveryDigit() throws Exception {
    String properties =
        "{\"id\":92233720368547758079223372036854775807,\"long\":9007199254740993,"
            + "\"price\":1.10,\"pi\":3.14159265358979323846264338327950288,\"huge\":1E+400,"
            + "\"tiny\":-1E-400,\"zero\":-0.0}";
    CapturedEvents envelope = captured(properties);

    byte[] json = EnvelopeCodec.write(envelope);

    assertThat(new String(json, UTF_8)).contains(properties.replace("-0.0", "0.0"));
    assertThat(EnvelopeCodec.read(json)).isEqualTo(envelope);
  }

  @Test
  void fieldsOfANewerWriterAreIgnored() throws Exception {
    String json =
        new String(EnvelopeCodec.write(captured("{}")), UTF_8)
            .replace("\"ip\":", "\"trace\":{\"id\":[1]},\"ip\":")
            .replace("\"uuid\":", "\"lane\":null,\"uuid\":");

    assertThat(EnvelopeCodec.read(json.getBytes(UTF_8))).isEqualTo(captured("{}"));
  }

  @Test
  void aLoneSurrogateCostsOneCharacterAndNotTheEnvelope() throws Exception {
    CapturedEvents read =
        (CapturedEvents) EnvelopeCodec.read(EnvelopeCodec.write(captured("{\"a\":\"x\\ud83d\"}")));

    assertThat(read.events().getFirst().properties().get("a").textValue()).isEqualTo("x?");
  }

  @Test
  void malformedEnvelopesSayWhatIsWrongAndWhere() throws Exception {
    assertMalformed("nonsense", "The envelope is not JSON");
    assertMalformed("{} {}", "The envelope is not JSON");
    assertMalformed("[]", "The envelope is not a JSON object");
    assertMalformed("{\"kind\":\"events\"}", "/stage is missing");
    assertMalformed(
        "{\"stage\":\"cooked\",\"kind\":\"events\"}",
        "/stage is \"cooked\": expected one of [captured, processed]");
    assertMalformed(
        "{\"stage\":\"captured\",\"kind\":\"persons\"}",
        "/kind is \"persons\", which no captured envelope carries");
    assertMalformed(broken("\"ann\"", "5"), "/distinct_id is 5: expected a string");
    assertMalformed(broken("7", "\"7\""), "/project is \"7\": expected a whole number");
    assertMalformed(broken("7", "1e3"), "/project is 1E+3: expected a whole number");
    assertMalformed(broken("false", "0"), "/historical is 0: expected true or false");
    assertMalformed(broken("[{", "{\"a\":{").replace("}]", "}}"), "/events is {");
    assertMalformed(broken("{\"uuid\"", "3,{\"uuid\""), "/events/0 is not a JSON object");
    assertMalformed(broken(ONE.toString(), "one"), "/events/0/uuid is \"one\": expected a UUID");
    assertMalformed(
        broken(LATER.toString(), "soon"),
        "/events/0/timestamp is \"soon\": expected an ISO 8601 time in UTC");
    assertMalformed(broken("{}", "[]"), "/events/0/properties is []: expected an object");
    assertMalformed(
        broken("\"sign up\"", "\"\""),
        "The envelope breaks a rule: event is empty: an event needs a name");
  }

  @Test
  void aLongWrongValueIsShownInPart() throws Exception {
    assertMalformed(broken("{}", "\"" + "y".repeat(5_000) + "\""), "y...: expected an object");
  }

  @Test
  void eventsOfTwoPeopleDoNotShareAnEnvelope() throws Exception {
    CapturedEvent bob = new CapturedEvent(ONE, "sign up", "bob", LATER, object("{}"));

    assertThatThrownBy(() -> new CapturedEvents(7, "ann", NOON, "", false, List.of(bob)))
        .hasMessage("events holds distinct id \"bob\" beside \"ann\": put them into two envelopes");
  }

  private static void assertForm(Envelope envelope, String json) {
    assertThat(new String(EnvelopeCodec.write(envelope), UTF_8)).isEqualTo(json);
    assertThat(EnvelopeCodec.read(json.getBytes(UTF_8))).isEqualTo(envelope);
  }

  private static void assertMalformed(String json, String message) {
    assertThatThrownBy(() -> EnvelopeCodec.read(json.getBytes(UTF_8)))
        .isInstanceOf(MalformedEnvelopeException.class)
        .hasMessageContaining(message);
  }

  private static String broken(String part, String replacement) throws Exception {
    String json = new String(EnvelopeCodec.write(captured("{}")), UTF_8);
    assertThat(json).contains(part);
    int at = json.indexOf(part);
    return json.substring(0, at) + replacement + json.substring(at + part.length());
  }

  private static CapturedEvents captured(String properties) throws Exception {
    return new CapturedEvents(
        7,
        "ann",
        NOON,
        "",
        false,
        List.of(new CapturedEvent(ONE, "sign up", "ann", LATER, object(properties))));
  }

  private static ProcessedEvents processed(String name) throws Exception {
    return new ProcessedEvents(
        7,
        "ann",
        List.of(
            new ProcessedEvent(
                ONE,
                name,
                "ann",
                TWO,
                NOON,
                LATER,
                PersonMode.FORCE_UPGRADE,
                "a:href=\"/x\"",
                object("{}"),
                object("{\"n\":1}"))));
  }

  private static ObjectNode object(String json) throws Exception {
    return (ObjectNode) ExactJson.read(json);
  }
}
