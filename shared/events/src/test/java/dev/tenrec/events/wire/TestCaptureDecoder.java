package dev.tenrec.events.wire;

import static dev.tenrec.events.wire.Requests.MADE;
import static dev.tenrec.events.wire.Requests.assertRefused;
import static dev.tenrec.events.wire.Requests.batch;
import static dev.tenrec.events.wire.Requests.decode;
import static dev.tenrec.events.wire.Requests.event;
import static dev.tenrec.events.wire.Requests.events;
import static dev.tenrec.events.wire.Requests.on;
import static dev.tenrec.events.wire.Requests.post;
import static dev.tenrec.events.wire.Requests.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.CapturedEvent;
import dev.tenrec.events.ExactJson;
import dev.tenrec.events.wire.CaptureRequest.Form;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestCaptureDecoder {
  private static final String ONE =
      "{\"event\":\"a\",\"distinct_id\":\"ann\",\"token\":\"phc_1\",\"properties\":{\"n\":1}}";

  @Test
  void anEventAlone() throws Exception {
    CaptureBatch batch = batch(post(ONE));

    assertThat(batch.token()).isEqualTo("phc_1");
    assertThat(batch.historical()).isFalse();
    assertThat(batch.payload()).isEqualTo(ONE);
    assertThat(batch.events())
        .containsExactly(
            new CapturedEvent(
                MADE, "a", "ann", Requests.NOW, (ObjectNode) ExactJson.read("{\"n\":1}")));
  }

  @Test
  void anArrayOfEvents() {
    assertThat(events("[" + ONE + "," + ONE.replace("\"a\"", "\"b\"") + "]"))
        .extracting(CapturedEvent::event)
        .containsExactly("a", "b");
  }

  @Test
  void anEnvelopeWithABatch() {
    CaptureBatch batch =
        batch(
            post("{\"api_key\":\"phc_2\",\"historical_migration\":true,\"batch\":[" + ONE + "]}"));

    assertThat(batch.token()).isEqualTo("phc_2");
    assertThat(batch.historical()).isTrue();
    assertThat(batch.events()).hasSize(1);
  }

  @Test
  void aNamelessEventIdentifiesOnEngageOnly() {
    String body = "{\"$token\":\"phc_1\",\"$distinct_id\":\"ann\",\"$set\":{\"plan\":\"pro\"}}";

    CapturedEvent event = batch(on(Form.ENGAGE, post(body))).events().getFirst();
    assertThat(event.event()).isEqualTo("$identify");
    assertThat(event.distinctId()).isEqualTo("ann");
    assertThat(event.properties()).hasToString("{\"$set\":{\"plan\":\"pro\"}}");

    assertRefused(
        body,
        400,
        "missing_event_name",
        "Event 0 of the request has no 'event': send its name there");
  }

  @Test
  void whatIsNoBatchIsRefused() {
    assertRefused(
        "7", 400, "invalid_shape", "The payload is number: send an object or an array of events");
    assertRefused("[]", 400, "empty_batch", "The request holds no event: send at least one");
    assertRefused(
        "{\"batch\":{}}", 400, "invalid_shape", "'batch' is object: it must be an array of events");
    assertRefused(
        "{\"batch\":[1]}", 400, "invalid_shape", "batch[0] is number: an event is an object");
    assertThat(refusal(post("{\"event\":")).message()).startsWith("The payload is not JSON: ");
    assertThat(refusal(post("[".repeat(600))).reason()).isEqualTo("invalid_json");
    assertThat(refusal(post("{\"a\":NotANumber}")).reason()).isEqualTo("invalid_json");
  }

  @Test
  void numbersThatPythonWritesAndJsonDoesNotHaveAreNull() {
    String properties =
        "{\"not\":NaN,\"large\":Infinity,\"small\":[-Infinity],\"said\":\"NaN\",\"exact\":1.10}";

    assertThat(events(ONE.replace("{\"n\":1}", properties)))
        .extracting(event -> event.properties().toString())
        .containsExactly(
            "{\"not\":null,\"large\":null,\"small\":[null],\"said\":\"NaN\",\"exact\":1.10}");
  }

  @Test
  void performanceEventsAreDroppedSilently() {
    String performance = "{\"event\":\"$performance_event\",\"token\":\"phc_1\"}";

    assertThat(events("[" + performance + "," + ONE + "]"))
        .extracting(CapturedEvent::event)
        .containsExactly("a");
    assertThat(batch(post(performance)).events()).isEmpty();
  }

  @Test
  void distinctIdsAreTakenFromTheEventThenFromItsProperties() {
    assertThat(distinctId("\"distinct_id\":\"x\",\"properties\":{\"distinct_id\":\"y\"}"))
        .isEqualTo("x");
    assertThat(distinctId("\"distinct_id\":null,\"properties\":{\"distinct_id\":\"y\"}"))
        .isEqualTo("y");
    assertThat(distinctId("\"$distinct_id\":\"z\"")).isEqualTo("z");
  }

  @Test
  void distinctIdsThatAreNoTextBecomeText() {
    assertThat(distinctId("\"distinct_id\":9007199254740993")).isEqualTo("9007199254740993");
    assertThat(distinctId("\"distinct_id\":1.50")).isEqualTo("1.50");
    assertThat(distinctId("\"distinct_id\":true")).isEqualTo("true");
    assertThat(distinctId("\"distinct_id\":[1, \"a\"]")).isEqualTo("[1,\"a\"]");
    assertThat(distinctId("\"distinct_id\":{\"a\": 1}")).isEqualTo("{\"a\":1}");
  }

  @Test
  void distinctIdsAreCutAtTwoHundredCharactersAndHoldNoNul() {
    assertThat(distinctId("\"distinct_id\":\"" + "😀".repeat(300) + "\""))
        .isEqualTo("😀".repeat(200));
    assertThat(distinctId("\"distinct_id\":\"a\\u0000b\"")).isEqualTo("a\ufffdb");
  }

  @Test
  void anEventWithoutDistinctIdIsRefused() {
    for (String missing : List.of("", "\"distinct_id\":null,", "\"distinct_id\":\"\",")) {
      CaptureRefusal refusal =
          refusal(post("{" + missing + "\"event\":\"a\",\"token\":\"phc_1\"}"));
      assertThat(refusal.status()).isEqualTo(400);
      assertThat(refusal.reason()).isEqualTo("missing_distinct_id");
      assertThat(refusal.token()).contains("phc_1");
      assertThat(refusal.payload()).contains("\"event\":\"a\"");
    }
  }

  @Test
  void uuidsAreTakenInEveryFormAndMadeWhenMissing() {
    UUID sent = UUID.fromString("0189aaaa-bbbb-7ccc-8ddd-eeeeffff0001");
    for (String form :
        List.of(
            sent.toString(),
            sent.toString().toUpperCase(Locale.ROOT),
            sent.toString().replace("-", ""),
            "{" + sent + "}",
            "urn:uuid:" + sent)) {
      assertThat(event(withUuid("\"" + form + "\"")).uuid()).isEqualTo(sent);
    }
    assertThat(event(withUuid("\"\"")).uuid()).isEqualTo(MADE);
    assertThat(event(withUuid("null")).uuid()).isEqualTo(MADE);
  }

  @Test
  void aWrongUuidIsRefused() {
    for (String wrong :
        List.of(
            "\"7\"",
            "7",
            "\"0189aaaa-bbbb-7ccc-8ddd-eeeeffff000\"",
            "\"{0189aaaabbbb7ccc8dddeeeeffff0001\"",
            "\"0189aaaa-bbbb7ccc8dddeeeeffff0001\"")) {
      assertRefused(
          withUuid(wrong),
          400,
          "invalid_uuid",
          "Event 0 of the request has 'uuid' "
              + wrong
              + ": it must be a UUID, or none for one of the server's");
    }
  }

  @Test
  void whatStandsBesideThePropertiesWins() {
    CapturedEvent event =
        event(
            """
            {"event":"a","distinct_id":"d","token":"t","$set":{"a":1},"$set_once":{"b":2},
             "$unset":["x"],
             "properties":{"$set":{"a":0,"c":3},"$set_once":"broken","$unset":["y"]}}\
            """);

    assertThat(event.properties())
        .hasToString(
            "{\"$set\":{\"a\":1,\"c\":3},\"$set_once\":{\"b\":2},\"$unset\":[\"y\",\"x\"]}");
  }

  @Test
  void fieldsOfTheWrongTypeAreRefusedByName() {
    assertRefused(
        "{\"event\":\"a\",\"distinct_id\":\"d\",\"token\":\"t\",\"properties\":[1]}",
        400,
        "invalid_properties",
        "Event 0 of the request has 'properties' [1]: it must be an object");
    assertRefused(
        "{\"event\":\"a\",\"distinct_id\":\"d\",\"token\":\"t\",\"$set\":\"x\"}",
        400,
        "invalid_set",
        "Event 0 of the request has '$set' \"x\": it must be an object");
    assertRefused(
        "[" + ONE + ",{\"event\":7,\"distinct_id\":\"d\"}]",
        400,
        "invalid_event",
        "Event 1 of the request has 'event' 7: it must be a name");
    assertRefused(
        "{\"event\":\"\",\"distinct_id\":\"d\",\"token\":\"t\"}",
        400,
        "missing_event_name",
        "Event 0 of the request has an empty 'event': send its name there");
    assertRefused(
        "{\"event\":\"a\",\"distinct_id\":\"d\",\"token\":\"t\",\"properties\":{\"$cookieless_mode\":1}}",
        400,
        "invalid_cookieless_mode",
        "Event 0 of the request has '$cookieless_mode' 1: it must be true or false");
  }

  @Test
  void numbersKeepEveryDigit() {
    String properties =
        "{\"long\":9007199254740993,\"price\":1.10,\"big\":123456789012345678901234}";

    assertThat(ExactJson.write(event(ONE.replace("{\"n\":1}", properties)).properties()))
        .isEqualTo(properties);
  }

  @Test
  void halfAnEmojiCostsOneCharacter() {
    CapturedEvent event =
        event(ONE.replace("{\"n\":1}", "{\"a\\uD83D\":[\"x\\ude00\",\"\\ud83d\\ude00\"]}"));

    assertThat(ExactJson.write(event.properties())).isEqualTo("{\"a\ufffd\":[\"x\ufffd\",\"😀\"]}");
  }

  @Test
  void aThousandEventsKeepTheirOrder() {
    String batch =
        IntStream.range(0, 1_000)
            .mapToObj(number -> ONE.replace("\"a\"", "\"e" + number + "\""))
            .collect(Collectors.joining(",", "[", "]"));

    assertThat(events(batch))
        .extracting(CapturedEvent::event)
        .containsExactlyElementsOf(IntStream.range(0, 1_000).mapToObj(n -> "e" + n).toList());
  }

  @Test
  void anEmptyRequestIsRefused() {
    assertRefused(
        "", 400, "empty_payload", "The request is empty: send events in the body or in 'data'");
    assertThat(((CaptureRefusal) decode(post("  "))).status()).isEqualTo(400);
  }

  private static String distinctId(String field) {
    return event("{\"event\":\"a\",\"token\":\"phc_1\"," + field + "}").distinctId();
  }

  private static String withUuid(String uuid) {
    return ONE.replace("\"event\"", "\"uuid\":" + uuid + ",\"event\"");
  }
}
