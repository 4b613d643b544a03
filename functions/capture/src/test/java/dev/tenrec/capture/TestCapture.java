package dev.tenrec.capture;

import static dev.tenrec.capture.CaptureSetting.NOON;
import static dev.tenrec.capture.CaptureSetting.batch;
import static dev.tenrec.capture.CaptureSetting.event;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tenrec.events.CapturedEvent;
import dev.tenrec.events.CapturedEvents;
import dev.tenrec.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestCapture {
  private final CaptureSetting setting = new CaptureSetting();

  @ParameterizedTest
  @ValueSource(
      strings = {"/e", "/i/v0/e", "/capture", "/track", "/engage", "/batch", "/i/v0/ai/batch"})
  void everyPathTakesEventsWithAndWithoutATrailingSlash(String path) {
    for (String spelling : new String[] {path, path + "/"}) {
      HttpResponse response = setting.post(spelling, batch(event("clicked", "ann")));
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.text()).isEqualTo("{\"status\":1}");
    }
    assertThat(setting.events())
        .extracting(CapturedEvent::event)
        .containsExactly("clicked", "clicked");
  }

  @Test
  void eventsTravelByPersonInTheOrderSent() {
    setting.post(
        "/batch/",
        batch(event("a", "ann"), event("b", "bob"), event("c", "ann"), event("d", "ann")));

    assertThat(setting.envelopes())
        .extracting(CapturedEvents::distinctId, envelope -> envelope.events().size())
        .containsExactly(tuple("ann", 3), tuple("bob", 1));
    assertThat(setting.events())
        .extracting(CapturedEvent::event)
        .containsExactly("a", "c", "d", "b");
    CapturedEvents first = setting.envelopes().getFirst();
    assertThat(first.project()).isEqualTo(7);
    assertThat(first.receivedAt()).isEqualTo(NOON);
    assertThat(first.ip()).isEqualTo("203.0.113.9");
    assertThat(first.historical()).isFalse();
  }

  @Test
  void aMigrationIsMarked() {
    setting.post(
        "/batch",
        batch(event("a", "ann")).replace("{\"api", "{\"historical_migration\":true,\"api"));

    assertThat(setting.envelopes().getFirst().historical()).isTrue();
  }

  @Test
  void eventsOfOurOwnServersHideTheAddress() {
    String internal = event("a", "ann").replace("{}", "{\"capture_internal\":true}");

    setting.post("/batch", batch(internal, event("b", "ann")));

    assertThat(setting.envelopes())
        .extracting(CapturedEvents::ip)
        .containsExactly("127.0.0.1", "203.0.113.9");
  }

  @Test
  void aGetCarriesItsEventsInTheQuery() {
    String data = Base64.getEncoder().encodeToString(batch(event("a", "ann")).getBytes(UTF_8));

    HttpResponse response = setting.send("GET", "/e/", Map.of("data", data), new byte[0]);

    assertThat(response.status()).isEqualTo(200);
    assertThat(setting.events()).hasSize(1);
  }

  @Test
  void aBeaconIsAnsweredWithoutABody() {
    byte[] body = batch(event("a", "ann")).getBytes(UTF_8);

    HttpResponse response = setting.send("POST", "/e/", Map.of("beacon", "1"), body);

    assertThat(response.status()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
    assertThat(setting.events()).hasSize(1);
  }

  @Test
  void aNamelessEventIdentifiesOnEngage() {
    setting.post(
        "/engage", "{\"$token\":\"phc_shop\",\"$distinct_id\":\"ann\",\"$set\":{\"a\":1}}");

    assertThat(setting.events()).extracting(CapturedEvent::event).containsExactly("$identify");
  }

  @Test
  void aBatchOfNothingToKeepIsTaken() {
    HttpResponse response = setting.post("/e", batch(event("$performance_event", "ann")));

    assertThat(response.status()).isEqualTo(200);
    assertThat(setting.captured.records()).isEmpty();
    assertThat(setting.processed.records()).isEmpty();
  }

  @Test
  void optionsAreAnsweredWithoutLookingAtAnything() {
    HttpResponse response = setting.send("OPTIONS", "/e/", Map.of(), new byte[0]);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text()).isEqualTo("{\"status\":1}");
  }

  @Test
  void otherMethodsAreRefused() {
    HttpResponse response = setting.send("PUT", "/e", Map.of(), new byte[0]);

    assertThat(response.status()).isEqualTo(405);
    assertThat(response.headers()).containsEntry("allow", "GET, POST, OPTIONS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/i/v0/ai", "/i/v0/x", "/", "/e//"})
  void otherPathsTakeNothing(String path) {
    HttpResponse response = setting.post(path, batch(event("a", "ann")));

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.text()).isEqualTo("Nothing takes events at " + path);
  }

  @Test
  void aBodyLargerThanItsPathTakesIsRefused() {
    byte[] body = (batch(event("a", "ann")) + " ".repeat(2 << 20)).getBytes(UTF_8);

    assertThat(setting.send("POST", "/e", Map.of(), body).status()).isEqualTo(413);
    assertThat(setting.send("POST", "/e", Map.of(), body).text())
        .isEqualTo(
            "The body has " + body.length + " bytes, /e takes 2097152: send fewer events at once");
    assertThat(setting.send("POST", "/batch", Map.of(), body).status()).isEqualTo(200);
    byte[] larger = new byte[(20 << 20) + 1];
    assertThat(setting.send("POST", "/batch", Map.of(), larger).status()).isEqualTo(413);
  }

  @Test
  void aRefusalIsPlainText() {
    HttpResponse response = setting.post("/e", "[" + event("a", "ann") + "]");

    assertThat(response.status()).isEqualTo(401);
    assertThat(response.headers()).containsEntry("content-type", "text/plain; charset=utf-8");
    assertThat(response.text())
        .isEqualTo("The request has no api_key: send the project's token with it");
  }

  @Test
  void aStreamThatTakesNothingMakesTheSenderComeAgain() {
    setting.captured.refuse(1);
    String body = batch(event("a", "ann"));

    HttpResponse response = setting.post("/e", body);
    assertThat(response.status()).isEqualTo(503);
    assertThat(response.headers()).containsEntry("retry-after", "1");
    assertThat(response.headers()).containsEntry("content-type", "text/plain; charset=utf-8");
    assertThat(setting.log).hasSize(1);
    assertThat(setting.log.getFirst()).contains("\"level\":\"ERROR\"").doesNotContain("stackTrace");

    assertThat(setting.post("/e", body).status()).isEqualTo(200);
    assertThat(setting.events()).hasSize(1);
  }

  @Test
  void aStreamThatTakesAPartMakesTheSenderComeAgainWithAll() {
    setting.captured.refuseAfter(1);
    String body = batch(event("a", "ann"), event("b", "bob"));

    assertThat(setting.post("/e", body).status()).isEqualTo(503);
    assertThat(setting.post("/e", body).status()).isEqualTo(200);
    assertThat(setting.events()).extracting(CapturedEvent::event).containsExactly("a", "a", "b");
  }

  @Test
  void projectsThatCannotBeToldMakeTheSenderComeAgain() {
    ProjectLookup working = setting.lookup;
    setting.lookup =
        _ -> {
          throw new IllegalStateException("The table does not answer");
        };

    assertThat(setting.post("/e", batch(event("a", "ann"))).status()).isEqualTo(503);
    assertThat(setting.log.getFirst()).contains("The table does not answer").contains("stackTrace");

    setting.lookup = working;
    assertThat(setting.post("/e", batch(event("a", "ann"))).status()).isEqualTo(200);
  }
}
