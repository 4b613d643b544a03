package dev.tenrec.flags.serve;

import static dev.tenrec.flags.serve.FlagsSetting.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.http.testing.TestingBrowser;
import org.junit.jupiter.api.Test;

class TestTestEndpoint {
  private static final String PATH = "/api/projects/1/feature_flags/1/test_evaluation/";

  private final FlagsSetting shop = new FlagsSetting();

  @Test
  void aTestTellsTheVerdictOnEveryConditionAndEveryFilter() throws Exception {
    shop.define(
        "simple-flag",
        "{'groups':[{'properties':[{'key':'plan','value':'pro'},{'key':'age','operator':'gt','value':17}]},{'rollout_percentage':45}]}");
    shop.store("distinct_id_0", "{'plan':'free','age':30}");
    TestingBrowser console = shop.withKey("feature_flag:read");

    JsonNode verdict = test(console, "{'distinct_id':'distinct_id_0'}");
    assertThat(verdict.path("enabled").asBoolean()).isFalse();
    assertThat(verdict.path("person").path("is_known").asBoolean()).isTrue();
    JsonNode first = verdict.path("conditions").path(0);
    assertThat(first.path("code").asText()).isEqualTo("no_condition_match");
    assertThat(first.path("properties").path(0).path("asked").asText())
        .isEqualTo("plan is \"pro\"");
    assertThat(first.path("properties").path(0).path("found").asText()).isEqualTo("\"free\"");
    assertThat(first.path("properties").path(0).path("matches").asBoolean()).isFalse();
    assertThat(first.path("properties").path(1).path("matches").asBoolean()).isTrue();
    JsonNode second = verdict.path("conditions").path(1);
    assertThat(second.path("code").asText()).isEqualTo("out_of_rollout_bound");
    assertThat(second.path("rollout_place").asDouble()).isBetween(78.36, 78.38);
    assertThat(second.path("rollout_percentage").asDouble()).isEqualTo(45);

    JsonNode stranger = test(console, "{'distinct_id':'distinct_id_1'}");
    assertThat(stranger.path("enabled").asBoolean()).isTrue();
    assertThat(stranger.path("person").path("is_known").asBoolean()).isFalse();
  }

  @Test
  void aDraftIsTestedInPlaceOfWhatIsSaved() throws Exception {
    shop.define("f", "{'groups':[]}");
    TestingBrowser console = shop.withKey("feature_flag:read");
    assertThat(test(console, "{'distinct_id':'a'}").path("enabled").asBoolean()).isFalse();
    String draft = "{'distinct_id':'a','definition':{'filters':{'groups':[{}]}}}";
    assertThat(test(console, draft).path("enabled").asBoolean()).isTrue();

    String broken =
        "{'distinct_id':'a','definition':{'filters':{'groups':[{'rollout_percentage':200}]}}}";
    TestingBrowser.Answer refused = console.send("POST", PATH, text(broken));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("detail").asText()).contains("200");
  }

  @Test
  void whoMayNotReadFlagsMayNotTestThem() throws Exception {
    shop.define("f", "{'groups':[{}]}");
    assertThat(shop.sdk.send("POST", PATH, text("{'distinct_id':'a'}")).status()).isEqualTo(401);
    TestingBrowser console = shop.withKey("feature_flag:read");
    assertThat(console.send("POST", PATH, "{}").status()).isEqualTo(400);
    assertThat(
            console
                .send("POST", PATH.replace("/1/test", "/9/test"), text("{'distinct_id':'a'}"))
                .status())
        .isEqualTo(404);
  }

  @Test
  void aPersonsReasonsAreListedFlagByFlag() throws Exception {
    shop.define("on", "{'groups':[{}]}");
    shop.define("off", "{'groups':[]}");
    TestingBrowser console = shop.withKey("feature_flag:read");
    JsonNode reasons =
        console.get("/api/projects/1/feature_flags/evaluation_reasons?distinct_id=a").body();
    assertThat(reasons.path("on").path("value").asBoolean()).isTrue();
    assertThat(reasons.path("on").path("evaluation").path("reason").asText())
        .isEqualTo("condition_match");
    assertThat(reasons.path("on").path("evaluation").path("condition_index").asInt()).isZero();
    assertThat(reasons.path("off").path("value").asBoolean()).isFalse();
  }

  private static JsonNode test(TestingBrowser console, String ask) throws Exception {
    TestingBrowser.Answer answer = console.send("POST", PATH, text(ask));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body();
  }
}
