package dev.tenrec.flags.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.http.testing.TestingBrowser;
import org.junit.jupiter.api.Test;

class TestDefinitionsEndpoint {
  private static final String PATH = "/flags/definitions?token=phc_test&send_cohorts";

  private final FlagsSetting shop = new FlagsSetting();

  @Test
  void definitionsAreReadWithAKeyAndOnlyWhenTheyChanged() throws Exception {
    shop.define("on", "{'groups':[{}]}");
    assertThat(shop.sdk.get(PATH).status()).isEqualTo(401);
    TestingBrowser sdk = shop.withKey("feature_flag:read");

    TestingBrowser.Answer first = sdk.get("/api/feature_flag/local_evaluation/?token=phc_test");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body().path("flags").path(0).path("key").asText()).isEqualTo("on");

    TestingBrowser.Answer second = sdk.get(PATH);
    assertThat(second.headers().get("cache-control")).isEqualTo("private, must-revalidate");
    sdk.withHeader("if-none-match", "\"other\", " + second.headers().get("etag"));
    TestingBrowser.Answer unchanged = sdk.get(PATH);
    assertThat(unchanged.status()).isEqualTo(304);
    assertThat(unchanged.headers().get("etag")).isEqualTo(second.headers().get("etag"));
    assertThat(unchanged.bytes()).isEmpty();

    shop.cohort("{'name':'All','filters':{}}");
    TestingBrowser again = shop.browser();
    assertThat(
            again
                .withHeader("authorization", "Bearer " + shop.secrets.rotate(1).secret())
                .withHeader("if-none-match", second.headers().get("etag"))
                .get(PATH)
                .status())
        .isEqualTo(200);
  }

  @Test
  void aProjectsSecretKeyReadsItsOwnDefinitionsAndNoOthers() throws Exception {
    shop.anotherProject();
    String secret = shop.secrets.rotate(shop.project.id()).secret();
    TestingBrowser server = shop.browser().withHeader("authorization", "Bearer " + secret);
    assertThat(server.get(PATH).status()).isEqualTo(200);
    assertThat(server.get("/flags/definitions").status()).isEqualTo(200);

    TestingBrowser.Answer refused = server.get("/flags/definitions?token=phc_other");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.body().path("type").asText()).isEqualTo("authentication_error");
    assertThat(refused.body().path("code").asText()).isEqualTo("authentication_failed");
    assertThat(
            shop.browser()
                .withHeader("authorization", "Bearer phs_made_up")
                .get(PATH)
                .body()
                .path("code")
                .asText())
        .isEqualTo("authentication_failed");
    assertThat(shop.withKey("insight:read").get(PATH).status()).isEqualTo(403);
    assertThat(server.send("HEAD", PATH, "").status()).isEqualTo(200);
    assertThat(server.send("OPTIONS", PATH, "").status()).isEqualTo(204);
    assertThat(server.send("POST", PATH, "").status()).isEqualTo(405);
  }

  @Test
  void theProjectsTokenMayComeInAHeader() throws Exception {
    shop.define("on", "{'groups':[{}]}");
    shop.anotherProject();
    String path = "/flags/definitions/?send_cohorts";
    TestingBrowser rust = shop.withKey("feature_flag:read");
    assertThat(rust.get(path).status()).isEqualTo(401);

    rust.withHeader("x-posthog-project-api-key", "phc_test");
    assertThat(rust.get(path).body().path("flags")).hasSize(1);
    rust.withHeader("x-posthog-project-api-key", "phc_other");
    assertThat(rust.get(path).body().path("flags")).isEmpty();
  }

  @Test
  void dependenciesNameTheirFlagsAndTheOrderToEvaluateThemIn() throws Exception {
    shop.define("base", "{'groups':[{}]}");
    shop.define("middle", dependsOn("1"));
    shop.define("top", dependsOn("2"));
    shop.define("circle", dependsOn("circle"));

    JsonNode flags = definitions(PATH).path("flags");
    JsonNode property = property(flags.path(2));
    assertThat(property.path("key").asText()).isEqualTo("middle");
    assertThat(property.path("dependency_chain").toString()).isEqualTo("[\"base\",\"middle\"]");
    assertThat(property(flags.path(3)).path("dependency_chain")).isEmpty();
  }

  @Test
  void cohortsComeAlongOrAreWrittenOut() throws Exception {
    shop.cohort(
        "{'name':'Pros','filters':{'properties':{'type':'OR','values':[{'type':'AND','values':[{'type':'person','key':'plan','value':'pro'}]}]}}}");
    shop.cohort("{'name':'Friends','is_static':true}");
    shop.define(
        "pros",
        "{'groups':[{'properties':[{'type':'cohort','key':'id','value':1},{'type':'cohort','key':'id','value':2}]}]}");

    JsonNode with = definitions(PATH);
    assertThat(with.path("cohorts").path("1").path("type").asText()).isEqualTo("OR");
    assertThat(with.path("cohorts").has("2")).isFalse();
    assertThat(property(with.path("flags").path(0)).path("type").asText()).isEqualTo("cohort");
    assertThat(with.path("property_matching_version").asInt()).isEqualTo(2);

    JsonNode without = definitions("/flags/definitions?token=phc_test");
    assertThat(without.path("cohorts")).isEmpty();
    assertThat(property(without.path("flags").path(0)).path("key").asText()).isEqualTo("plan");
  }

  @Test
  void remoteConfigurationIsReadByKeyOrId() throws Exception {
    shop.anotherProject();
    shop.define(
        "{'key':'limits','active':true,'is_remote_configuration':true,'filters':{'groups':[{}],'payloads':{'true':'[1]'}}}");
    shop.define(
        "{'key':'empty','active':true,'is_remote_configuration':true,'filters':{'groups':[{}]}}");
    shop.define("plain", "{'groups':[{}],'payloads':{'true':'1'}}");
    String flags = "/api/projects/@current/feature_flags/";
    String token = "/remote_config?token=phc_test";
    assertThat(shop.sdk.get(flags + "limits" + token).status()).isEqualTo(401);

    TestingBrowser server =
        shop.browser().withHeader("authorization", "Bearer " + shop.secrets.rotate(1).secret());
    assertThat(server.get(flags + "limits" + token).body().asText()).isEqualTo("[1]");
    assertThat(server.get(flags + "limits/remote_config/").status()).isEqualTo(200);
    assertThat(server.get("/api/projects/1/feature_flags/1/remote_config").status()).isEqualTo(200);
    TestingBrowser.Answer empty = server.get(flags + "empty" + token);
    assertThat(empty.status()).isEqualTo(200);
    assertThat(empty.bytes()).isEmpty();
    assertThat(server.get(flags + "plain" + token).status()).isEqualTo(404);
    assertThat(server.get(flags + "missing" + token).status()).isEqualTo(404);
    assertThat(server.get("/api/projects/2/feature_flags/1/remote_config").status()).isEqualTo(403);
    assertThat(server.get("/api/projects/9/feature_flags/1/remote_config").status()).isEqualTo(404);
  }

  private JsonNode definitions(String path) throws Exception {
    return shop.browser()
        .withHeader("authorization", "Bearer " + shop.secrets.rotate(1).secret())
        .get(path)
        .body();
  }

  private static JsonNode property(JsonNode flag) {
    return flag.path("filters").path("groups").path(0).path("properties").path(0);
  }

  private static String dependsOn(String flag) {
    return "{'groups':[{'properties':[{'type':'flag','key':'%s','operator':'flag_evaluates_to','value':true}]}]}"
        .formatted(flag);
  }
}
