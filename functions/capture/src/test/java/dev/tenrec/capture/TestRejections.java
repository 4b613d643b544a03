package dev.tenrec.capture;

import static dev.tenrec.capture.CaptureSetting.NOON;
import static dev.tenrec.capture.CaptureSetting.batch;
import static dev.tenrec.capture.CaptureSetting.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenrec.events.RejectedData;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestRejections {
  private final CaptureSetting setting = new CaptureSetting();

  @Test
  void dataOfAnUnknownTokenIsAnsweredLikeAllOtherAndKept() {
    String body = unknown(event("a", "ann"), event("a", "ann"));

    assertThat(setting.post("/e", body).text()).isEqualTo("{\"status\":1}");

    assertThat(setting.captured.records()).isEmpty();
    RejectedData kept = setting.rejected().getFirst();
    assertThat(kept.project()).isZero();
    assertThat(kept.receivedAt()).isEqualTo(NOON);
    assertThat(kept.step()).isEqualTo("capture");
    assertThat(kept.reason()).isEqualTo("unknown_token");
    assertThat(kept.detail())
        .isEqualTo("No project has this token: correct the SDK's key, or make a project.");
    assertThat(kept.token()).isEqualTo("phc_nobody");
    assertThat(kept.distinctId()).isEqualTo("ann");
    assertThat(kept.event()).isEqualTo("a");
    assertThat(kept.body()).isEqualTo(body);
  }

  @Test
  void whatTheEventsDoNotShareIsLeftOut() {
    setting.post("/e", unknown(event("a", "ann"), event("b", "bob")));

    assertThat(setting.rejected().getFirst().distinctId()).isEmpty();
    assertThat(setting.rejected().getFirst().event()).isEmpty();
  }

  @Test
  void aLargeBodyOfAnUnknownTokenIsCutBetweenCharacters() {
    String body = unknown(event("😀".repeat(40_000), "ann"));

    setting.post("/e", body);

    RejectedData kept = setting.rejected().getFirst();
    assertThat(kept.body()).hasSizeBetween(Rejections.UNKNOWN_LIMIT - 1, Rejections.UNKNOWN_LIMIT);
    assertThat(body).startsWith(kept.body());
    assertThat(kept.detail())
        .endsWith("Kept are the first 65536 of " + body.length() + " characters.");
  }

  @Test
  void aRefusedRequestForAProjectIsKeptWhole() {
    String body = batch(event("a", "ann"), "{\"event\":\"" + "b".repeat(100_000) + "\"}");

    assertThat(setting.post("/batch", body).status()).isEqualTo(400);

    assertThat(setting.captured.records()).isEmpty();
    RejectedData kept = setting.rejected().getFirst();
    assertThat(kept.project()).isEqualTo(7);
    assertThat(kept.reason()).isEqualTo("missing_distinct_id");
    assertThat(kept.detail())
        .isEqualTo("Event 1 of the request has no 'distinct_id': send who did it.");
    assertThat(kept.token()).isEqualTo("phc_shop");
    assertThat(kept.body()).isEqualTo(body);
  }

  @Test
  void aRefusedRequestOfNobodyIsKeptToo() {
    assertThat(setting.post("/e", unknown("{\"event\":\"a\"}")).status()).isEqualTo(400);
    assertThat(setting.post("/e", "nonsense!").status()).isEqualTo(400);

    assertThat(setting.rejected())
        .extracting(
            RejectedData::project, RejectedData::reason, RejectedData::token, RejectedData::body)
        .containsExactly(
            tuple(0L, "missing_distinct_id", "phc_nobody", unknown("{\"event\":\"a\"}")),
            tuple(0L, "invalid_json", "", "nonsense!"));
  }

  @Test
  void aBodyThatIsNoTextIsKeptSoThatItCanBeReadAgain() {
    byte[] broken = {0x1f, (byte) 0x8b, 8, 1, 2, 3};

    assertThat(setting.send("POST", "/e", Map.of(), broken).status()).isEqualTo(400);

    RejectedData kept = setting.rejected().getFirst();
    assertThat(kept.reason()).isEqualTo("invalid_compression");
    assertThat(Base64.getDecoder().decode(kept.body().substring("base64:".length())))
        .isEqualTo(broken);
  }

  @Test
  void aPersonalKeySentByMistakeIsNotKept() {
    String body = batch(event("a", "ann")).replace("phc_shop", "phx_secret");

    assertThat(setting.post("/e", body).status()).isEqualTo(401);

    RejectedData kept = setting.rejected().getFirst();
    assertThat(kept.detail()).isEqualTo("API key is not valid: personal_api_key.");
    assertThat(kept.body()).contains("phx_(left out)", "ann").doesNotContain("secret");
  }

  @Test
  void noiseOfNobodyTakesNothingFromProjects() {
    for (int request = 0; request < Rejections.PER_MINUTE + 1; request++) {
      setting.post("/e", "nonsense!");
    }
    setting.post("/e", batch("{\"event\":\"a\"}"));

    assertThat(setting.rejected()).hasSize(Rejections.PER_MINUTE + 1);
    assertThat(setting.rejected().getLast().project()).isEqualTo(7);
  }

  @Test
  void noiseIsKeptUpToALimitAMinuteAndCountedAfterwards() {
    for (int request = 0; request < Rejections.PER_MINUTE + 40; request++) {
      assertThat(setting.post("/e", unknown(event("a", "ann"))).status()).isEqualTo(200);
    }
    assertThat(setting.rejected()).hasSize(Rejections.PER_MINUTE);

    setting.pass(Duration.ofSeconds(61));
    setting.post("/e", unknown(event("a", "ann")));
    setting.post("/e", unknown(event("a", "ann")));

    List<RejectedData> kept = setting.rejected();
    assertThat(kept).hasSize(Rejections.PER_MINUTE + 2);
    assertThat(kept.get(Rejections.PER_MINUTE).detail())
        .endsWith(" 40 refused requests before it were not kept.");
    assertThat(kept.getLast().detail()).doesNotContain("not kept");
  }

  @Test
  void keepingNeverChangesTheAnswerAndIsCountedWhenItFails() {
    setting.processed.refuse(2);

    assertThat(setting.post("/e", unknown(event("a", "ann"))).status()).isEqualTo(200);
    assertThat(setting.post("/e", unknown("{\"event\":\"a\"}")).status()).isEqualTo(400);
    setting.post("/e", unknown(event("a", "ann")));

    assertThat(setting.rejected()).hasSize(1);
    assertThat(setting.rejected().getFirst().detail())
        .endsWith(" 2 refused requests before it were not kept.");
  }

  private static String unknown(String... events) {
    return batch(events).replace("phc_shop", "phc_nobody");
  }
}
