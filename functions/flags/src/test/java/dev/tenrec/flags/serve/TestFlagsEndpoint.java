package dev.tenrec.flags.serve;

import static dev.tenrec.flags.serve.FlagsSetting.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.http.testing.TestingBrowser;
import dev.tenrec.stores.persons.PersonKey;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TestFlagsEndpoint {
  private static final String ASK = "{'api_key':'phc_test','distinct_id':'u'}";

  private final FlagsSetting shop = new FlagsSetting();
  private final TestingBrowser sdk = shop.sdk;

  @Test
  void everySdkGetsTheShapeItUnderstands() throws Exception {
    shop.define("on", "{'groups':[{}],'payloads':{'true':'1'}}");
    shop.define("off", "{'groups':[]}");
    shop.define(
        "split",
        "{'groups':[{}],'multivariate':{'variants':[{'key':'b','rollout_percentage':100}]}}");

    JsonNode details = shop.post("/flags/?v=2", ASK).path("flags");
    assertThat(details.path("on").path("enabled").asBoolean()).isTrue();
    assertThat(details.path("on").path("metadata").path("payload").isTextual()).isTrue();
    assertThat(details.path("on").path("variant").isNull()).isTrue();
    assertThat(details.path("split").path("variant").asText()).isEqualTo("b");
    assertThat(details.path("off").path("reason").path("code").asText())
        .isEqualTo("no_condition_match");
    assertThat(details.path("on").path("reason").path("description").asText())
        .isEqualTo("Matched condition set 1");

    JsonNode values = shop.post("/flags?v=1", ASK);
    assertThat(values.path("featureFlags").toString())
        .contains("\"on\":true", "\"off\":false", "\"split\":\"b\"");
    assertThat(values.path("featureFlagPayloads").path("on").isTextual()).isTrue();
    assertThat(shop.post("/decide/?v=3", ASK).path("featureFlags"))
        .isEqualTo(values.path("featureFlags"));
    assertThat(shop.post("/decide?v=2", ASK).path("featureFlags").has("off")).isFalse();
    assertThat(shop.post("/decide", ASK).path("featureFlags")).hasSize(2);
    assertThat(shop.post("/decide?v=4", ASK).path("flags").has("split")).isTrue();
    assertThat(shop.post("/flags?config=false", ASK).has("featureFlags")).isTrue();
  }

  @Test
  void theConfigurationComesAlongForThoseWhoAsk() throws Exception {
    JsonNode asked = shop.post("/flags/?v=2&config=true", ASK);
    assertThat(asked.path("analytics").path("endpoint").asText()).isEqualTo("/i/v0/e/");
    assertThat(asked.path("surveys").isBoolean()).isTrue();
    assertThat(asked.path("hasFeatureFlags").asBoolean()).isTrue();
    assertThat(asked.path("autocapture_opt_out").isBoolean()).isTrue();
    assertThat(asked.path("config").path("enable_collect_everything").asBoolean()).isTrue();
    assertThat(asked.path("isAuthenticated").isBoolean()).isTrue();
    assertThat(asked.path("flags").isObject()).isTrue();

    assertThat(shop.post("/flags/", ASK).has("sessionRecording")).isTrue();
    assertThat(shop.post("/decide/?v=3", ASK).has("sessionRecording")).isTrue();
    assertThat(shop.post("/flags/?v=2", ASK).has("sessionRecording")).isFalse();
    assertThat(shop.post("/decide/?v=3&config=false", ASK).has("sessionRecording")).isFalse();
    String disabled = "{'token':'phc_test','disable_flags':true}";
    assertThat(shop.post("/flags/?v=2&config=1", disabled).has("sessionRecording")).isTrue();
  }

  @Test
  void storedPropertiesCountUnlessTheRequestSaysOtherwise() throws Exception {
    shop.define("pro", "{'groups':[{'properties':[{'key':'plan','value':'pro'}]}]}");
    shop.store("ada", "{'plan':'pro'}");

    assertThat(shop.enabled("{'token':'phc_test','distinct_id':'ada'}", "pro")).isTrue();
    assertThat(shop.enabled("{'token':'phc_test','distinct_id':'eve'}", "pro")).isFalse();
    assertThat(
            shop.enabled(
                "{'token':'phc_test','distinct_id':'ada','person_properties':{'plan':'free'}}",
                "pro"))
        .isFalse();
    assertThat(
            shop.enabled(
                "{'token':'phc_test','distinct_id':'eve','$anon_distinct_id':'ada'}", "pro"))
        .isTrue();
  }

  @Test
  void whenAPersonWasFirstSeenIsKnownBesideItsProperties() throws Exception {
    shop.define(
        "new",
        "{'groups':[{'properties':[{'type':'person_metadata','key':'created_at','operator':'is_date_after','value':'-1d'}]}]}");
    shop.store("ada", "{'created_at':'2001-01-01'}");
    assertThat(shop.enabled("{'token':'phc_test','distinct_id':'ada'}", "new")).isTrue();
    assertThat(shop.enabled("{'token':'phc_test','distinct_id':'eve'}", "new")).isFalse();
  }

  @Test
  void storedGroupPropertiesCountForTheGroup() throws Exception {
    shop.storeCompany("acme", "{'seats':20}");
    shop.define(
        "big",
        "{'aggregation_group_type_index':0,'groups':[{'properties':[{'type':'group','group_type_index':0,'key':'seats','operator':'gt','value':10}]}]}");
    String member = "{'token':'phc_test','distinct_id':'a','groups':{'company':'%s'}%s}";
    assertThat(shop.enabled(member.formatted("acme", ""), "big")).isTrue();
    assertThat(shop.enabled(member.formatted("tiny", ""), "big")).isFalse();
    String nobody = "{'token':'phc_test','distinct_id':'a','groups':{'company':null}}";
    assertThat(shop.post("/flags/?v=2", nobody).path("flags").path("big").path("reason").toString())
        .contains("no_group_type");
    assertThat(
            shop.enabled(
                member.formatted("acme", ",'group_properties':{'company':{'seats':3}}"), "big"))
        .isFalse();
    assertThat(
            shop.post("/flags/?v=2", ASK)
                .path("flags")
                .path("big")
                .path("reason")
                .path("code")
                .asText())
        .isEqualTo("no_group_type");
  }

  @Test
  void cohortsAreSeenBothDescribedAndListed() throws Exception {
    shop.cohort(
        "{'name':'Pros','filters':{'properties':{'type':'AND','values':[{'type':'person','key':'plan','value':'pro'}]}}}");
    shop.cohort("{'name':'Friends','is_static':true}");
    shop.define("pros", "{'groups':[{'properties':[{'type':'cohort','key':'id','value':1}]}]}");
    shop.define("friends", "{'groups':[{'properties':[{'type':'cohort','key':'id','value':2}]}]}");
    shop.store("ada", "{'plan':'pro'}");
    shop.members.add(shop.project.id(), 2, List.of(PersonKey.of(1, "not seen yet").id()));

    JsonNode ada = shop.post("/flags/?v=2", "{'token':'phc_test','distinct_id':'ada'}");
    assertThat(ada.path("flags").path("pros").path("enabled").asBoolean()).isTrue();
    assertThat(ada.path("flags").path("friends").path("enabled").asBoolean()).isFalse();
    assertThat(shop.enabled("{'token':'phc_test','distinct_id':'not seen yet'}", "friends"))
        .isTrue();
  }

  @Test
  void aVisitorKeepsTheirAnswerAfterSigningUp() throws Exception {
    // simple-flag places distinct_id_1 at 0.34 and distinct_id_0 at 0.78.
    shop.define(
        "{'key':'simple-flag','active':true,'ensure_experience_continuity':true,'filters':{'groups':[{'rollout_percentage':45}]}}");
    shop.store("distinct_id_0", "{}");

    assertThat(shop.enabled("{'token':'phc_test','distinct_id':'distinct_id_0'}", "simple-flag"))
        .isFalse();
    assertThat(
            shop.enabled(
                "{'token':'phc_test','distinct_id':'distinct_id_0','$anon_distinct_id':'distinct_id_1'}",
                "simple-flag"))
        .isTrue();
    assertThat(shop.enabled("{'token':'phc_test','distinct_id':'distinct_id_0'}", "simple-flag"))
        .isTrue();
  }

  @Test
  void onlyFlagsForTheCallersRuntimeAndContextsAreAnswered() throws Exception {
    shop.define(
        "{'key':'server','active':true,'evaluation_runtime':'server','filters':{'groups':[{}]}}");
    shop.define(
        "{'key':'client','active':true,'evaluation_runtime':'client','filters':{'groups':[{}]}}");
    shop.define(
        "{'key':'docs','active':true,'evaluation_contexts':['docs'],'filters':{'groups':[{}]}}");
    shop.define("survey-targeting-7", "{'groups':[{}]}");

    assertThat(shop.post("/flags/?v=2", ASK).path("flags").properties())
        .extracting(java.util.Map.Entry::getKey)
        .containsExactly("docs", "survey-targeting-7");
    assertThat(flagsOf(shop.browser().withHeader("user-agent", "posthog-node/5.0")))
        .contains("server")
        .doesNotContain("client");
    assertThat(flagsOf(shop.browser().withHeader("user-agent", "Mozilla/5.0 (X11)")))
        .contains("client")
        .doesNotContain("server");
    String context = "{'token':'phc_test','distinct_id':'u','evaluation_contexts':['app']}";
    assertThat(shop.post("/flags/?v=2", context).path("flags").has("docs")).isFalse();
    assertThat(shop.post("/flags/?v=2&only_evaluate_survey_feature_flags=true", ASK).path("flags"))
        .hasSize(1);
    String one = "{'token':'phc_test','distinct_id':'u','flag_keys':['docs']}";
    assertThat(shop.post("/flags/?v=2", one).path("flags")).hasSize(1);
  }

  @Test
  void compressedAndFormEncodedRequestsAreUnderstood() throws Exception {
    shop.define("on", "{'groups':[{}]}");
    byte[] plain = text(ASK).getBytes(StandardCharsets.UTF_8);
    assertThat(sdk.send("POST", "/flags/?v=2", gzip(plain)).body().path("flags")).hasSize(1);
    String form =
        "data="
            + URLEncoder.encode(Base64.getEncoder().encodeToString(plain), StandardCharsets.UTF_8);
    assertThat(
            shop.browser()
                .withHeader("content-type", "application/x-www-form-urlencoded")
                .send("POST", "/flags/?v=2&compression=base64", form)
                .body()
                .path("flags"))
        .hasSize(1);
  }

  @Test
  void badRequestsAreToldWhyAndDisturbNobody() throws Exception {
    shop.define("on", "{'groups':[{}]}");
    assertThat(sdk.send("POST", "/flags/?v=2", "{").status()).isEqualTo(400);
    assertThat(sdk.send("POST", "/flags/?v=2", "[1]").status()).isEqualTo(400);
    assertThat(sdk.send("POST", "/flags/?v=2", "").status()).isEqualTo(400);
    assertThat(sdk.send("POST", "/flags/?v=2", new byte[] {0x1f, (byte) 0x8b, 8, 1, 2}).status())
        .isEqualTo(400);
    assertThat(sdk.send("POST", "/flags/?v=2", gzip(new byte[100 << 20])).status()).isEqualTo(413);
    assertThat(sdk.send("POST", "/flags/?v=2", "{}").status()).isEqualTo(401);
    assertThat(sdk.send("POST", "/flags/?v=2", text("{'token':'phc_other'}")).status())
        .isEqualTo(401);
    assertThat(sdk.send("POST", "/flags/?v=2", text("{'token':'phc_test'}")).text())
        .contains("distinct_id is missing");
    assertThat(
            shop.post("/flags/?v=2", "{'token':'phc_test','disable_flags':true}")
                .path("flags")
                .isEmpty())
        .isTrue();
    assertThat(sdk.send("DELETE", "/flags", "").status()).isEqualTo(405);
    assertThat(sdk.send("HEAD", "/flags", "").status()).isEqualTo(200);
    TestingBrowser.Answer preflight = sdk.send("OPTIONS", "/flags", "");
    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.headers().get("allow")).isEqualTo("GET, POST, OPTIONS, HEAD");
    assertThat(sdk.get("/flags/").body().has("supportedCompression")).isTrue();
    assertThat(sdk.get("/flags/somewhere").status()).isEqualTo(404);

    assertThat(shop.enabled("{'token':'phc_test','distinct_id':''}", "on")).isTrue();
    assertThat(shop.enabled("{'token':'phc_test','distinct_id':42}", "on")).isTrue();
    assertThat(
            shop.enabled("{'$token':'phc_test','$distinct_id':'" + "x".repeat(5_000) + "'}", "on"))
        .isTrue();
  }

  private static String flagsOf(TestingBrowser browser) throws Exception {
    return browser.send("POST", "/flags/?v=2", text(ASK)).body().path("flags").toString();
  }

  private static byte[] gzip(byte[] plain) throws Exception {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(plain);
    }
    return zipped.toByteArray();
  }
}
