package dev.tenrec.events.wire;

import static dev.tenrec.events.wire.Requests.assertRefused;
import static dev.tenrec.events.wire.Requests.batch;
import static dev.tenrec.events.wire.Requests.post;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestToken {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"api_key\":\"phc_1\",\"batch\":[E]}",
        "{\"token\":\" phc_1 \",\"batch\":[E]}",
        "{\"api_key\":null,\"token\":\"phc_1\",\"batch\":[E]}",
        "{\"api_key\":\"phc_1\",\"batch\":[T]}",
        "{\"batch\":[E,T1]}",
        "[T1,T1,E]",
        "T1",
        "{\"event\":\"a\",\"distinct_id\":\"d\",\"$token\":\"phc_1\"}",
        "{\"event\":\"a\",\"distinct_id\":\"d\",\"api_key\":\"phc_1\"}",
        "{\"event\":\"a\",\"distinct_id\":\"d\",\"properties\":{\"token\":\"phc_1\"}}",
      })
  void aTokenIsFoundInTheEnvelopeOrTheEvents(String template) {
    assertThat(batch(post(fill(template))).token()).isEqualTo("phc_1");
  }

  @Test
  void aRequestWithoutTokenIsRefused() {
    assertRefused(
        fill("[E]"),
        401,
        "missing_token",
        "The request has no api_key: send the project's token with it");
  }

  @Test
  void eventsOfTwoProjectsAreRefused() {
    assertRefused(
        fill("[T1,T]"),
        401,
        "conflicting_tokens",
        "The events have different api_key values: send one request for each project");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"\"', empty",
    "'\"  \"', empty",
    "'\"phc_äöü\"', not_ascii",
    "'\"phx_abc\"', personal_api_key",
    "'\"phc_\\u0000a\"', null_byte",
    "'12', not_string",
    "'{}', not_string",
  })
  void aMalformedTokenIsRefusedWithItsReason(String token, String reason) {
    assertRefused(
        fill("{\"api_key\":" + token + ",\"batch\":[E]}"),
        401,
        "invalid_token",
        "API key is not valid: " + reason);
  }

  @Test
  void aTokenHasAtMostSixtyFourBytes() {
    String longest = "p".repeat(64);

    assertThat(batch(post(fill("{\"api_key\":\"" + longest + "\",\"batch\":[E]}"))).token())
        .isEqualTo(longest);
    assertRefused(
        fill("{\"api_key\":\"" + longest + "p\",\"batch\":[E]}"),
        401,
        "invalid_token",
        "API key is not valid: too_long");
  }

  private static String fill(String template) {
    String event = "{\"event\":\"a\",\"distinct_id\":\"d\"}";
    return template
        .replace("T1", event.replace("}", ",\"token\":\"phc_1\"}"))
        .replaceAll("\\bT\\b", event.replace("}", ",\"token\":\"phc_2\"}"))
        .replaceAll("\\bE\\b", event);
  }
}
