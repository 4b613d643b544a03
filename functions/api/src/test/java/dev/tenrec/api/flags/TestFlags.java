package dev.tenrec.api.flags;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.api.TestingApi;
import dev.tenrec.http.testing.TestingBrowser;
import dev.tenrec.stores.persons.PersonKey;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Flags, cohorts and the key for them, as people and tools define them. */
class TestFlags {
  private static final String FLAGS = "/api/projects/1/feature_flags/";
  private static final String COHORTS = "/api/projects/1/cohorts/";
  private static final String BERLINERS =
      "{'name':'Berliners','filters':{'properties':{'type':'OR','values':[{'type':'AND','values':"
          + "[{'type':'person','key':'city','value':'Berlin'}]}]}}}";

  private final TestingBrowser ada = new TestingApi(Map.of()).owner();

  @Test
  void aCohortIsMadeChangedAndDeleted() throws IOException {
    JsonNode made = send("POST", COHORTS, BERLINERS).body();
    assertThat(made.path("id").asLong()).isEqualTo(1);
    assertThat(made.path("is_static").isBoolean()).isTrue();
    assertThat(made.path("is_calculating").asBoolean()).isFalse();
    assertThat(made.path("created_by").path("email").asText()).isEqualTo("ada@example.com");

    send("PATCH", COHORTS + "1/", "{'description':'Those who live here'}");
    JsonNode read = ada.get(COHORTS + "1").body();
    assertThat(read.path("description").asText()).isEqualTo("Those who live here");
    assertThat(read.path("filters")).isEqualTo(made.path("filters"));
    assertThat(ada.get(COHORTS + "?search=BERLIN").body().path("count").asInt()).isEqualTo(1);

    assertThat(send("PATCH", COHORTS + "1", "{'deleted':true}").body().path("deleted").asBoolean())
        .isTrue();
    assertThat(ada.get(COHORTS + "1").status()).isEqualTo(404);
  }

  @Test
  void theOlderShapeOfACohortIsUnderstood() throws IOException {
    JsonNode made =
        send(
                "POST",
                COHORTS,
                "{'name':'Old','groups':[{'properties':[{'type':'person','key':'a','value':'b'}]}]}")
            .body();
    assertThat(made.path("filters").path("properties").path("values")).hasSize(1);
  }

  @Test
  void aCohortThatCannotWorkIsRefused() throws IOException {
    assertThat(send("POST", COHORTS, "{'name':' '}").body().path("attr").asText())
        .isEqualTo("name");
    String behavioral =
        "{'name':'x','filters':{'properties':{'type':'OR','values':[{'type':'behavioral','key':'e'}]}}}";
    TestingBrowser.Answer refused = send("POST", COHORTS, behavioral);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("detail").asText()).contains("static cohort");
    send("POST", COHORTS, BERLINERS);
    assertThat(send("PATCH", COHORTS + "1", "{'is_static':true}").status()).isEqualTo(400);
    assertThat(
            send("POST", COHORTS + "1/add_persons_to_static_cohort", "{'distinct_ids':['a']}")
                .status())
        .isEqualTo(400);
  }

  @Test
  void aStaticCohortIsAListThatPeopleKeep() throws IOException {
    send("POST", COHORTS, "{'name':'Friends','is_static':true}");
    UUID bob = PersonKey.of(1, "bob").id();
    JsonNode added =
        send(
                "PATCH",
                COHORTS + "1/add_persons_to_static_cohort/",
                "{'distinct_ids':['ann'],'person_ids':['" + bob + "']}")
            .body();
    assertThat(added.path("added").asInt()).isEqualTo(2);
    assertThat(ada.get(COHORTS + "1").body().path("count").asInt()).isEqualTo(2);
    assertThat(ada.get(COHORTS + "1/persons").body().path("results"))
        .extracting(person -> person.path("id").asText())
        .contains(bob.toString());

    send("PATCH", COHORTS + "1/remove_person_from_static_cohort", "{'person_id':'" + bob + "'}");
    assertThat(ada.get(COHORTS + "1/persons").body().path("count").asInt()).isEqualTo(1);
    String add = COHORTS + "1/add_persons_to_static_cohort";
    assertThat(send("POST", add, "{'person_ids':['bob']}").body().path("attr").asText())
        .isEqualTo("person_ids");
    assertThat(send("POST", add, "{}").status()).isEqualTo(400);
    assertThat(ada.send("DELETE", COHORTS + "1", "").status()).isEqualTo(204);
    assertThat(ada.get(COHORTS + "1/persons").status()).isEqualTo(404);
  }

  @Test
  void aCohortThatAFlagLooksAtStays() throws IOException {
    send("POST", COHORTS, BERLINERS);
    String looking =
        "{'key':'local','filters':{'groups':[{'properties':[{'type':'cohort','key':'id','value':%d}]}]}}";
    assertThat(send("POST", FLAGS, looking.formatted(1)).status()).isEqualTo(201);
    TestingBrowser.Answer refused = ada.send("DELETE", COHORTS + "1", "");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("detail").asText()).contains("local");
    assertThat(send("POST", FLAGS, looking.formatted(9)).body().path("detail").asText())
        .contains("no cohort 9");
  }

  @Test
  void flagsCannotDependOnEachOtherInACircle() throws IOException {
    String depending =
        "{'key':'%s','filters':{'groups':[{'properties':[{'type':'flag','key':'%s','operator':'flag_evaluates_to','value':true}]}]}}";
    send("POST", FLAGS, "{'key':'a'}");
    assertThat(send("POST", FLAGS, depending.formatted("b", "1")).status()).isEqualTo(201);
    TestingBrowser.Answer refused = send("PATCH", FLAGS + "1", depending.formatted("a", "2"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("attr").asText()).isEqualTo("filters__groups__properties");
    assertThat(refused.body().path("detail").asText()).contains("a → b → a");
    assertThat(send("POST", FLAGS, "{'key':'c','has_encrypted_payloads':true}").status())
        .isEqualTo(400);
  }

  @Test
  void theSecretKeyIsShownOnceAndCanBeChangedWithoutAGap() throws IOException {
    assertThat(ada.get("/api/projects/1/secret_token").body().path("secret_api_token").isNull())
        .isTrue();
    String rotate = "/api/projects/1/rotate_secret_token/";
    String first = send("PATCH", rotate, "{}").body().path("secret_api_token").asText();
    assertThat(first).startsWith("phs_").hasSizeGreaterThan(40);
    JsonNode second = send("PATCH", rotate, "{}").body();
    assertThat(second.path("secret_api_token_backup").asText())
        .startsWith("phs_")
        .isNotEqualTo(first);
    JsonNode shown = ada.get("/api/environments/1/secret_token").body();
    assertThat(shown.path("secret_api_token").asText()).contains("...");
    JsonNode dropped = send("PATCH", "/api/projects/1/delete_secret_token_backup", "{}").body();
    assertThat(dropped.path("secret_api_token_backup").isNull()).isTrue();
  }

  @Test
  void aFlagIsStoredOnlyWhenItCanBeEvaluated() throws IOException {
    String all = "/api/projects/1/feature_flags/";
    JsonNode made =
        ada.send(
                "POST",
                all,
                "{\"key\":\"new-banner\",\"filters\":{\"groups\":[{\"rollout_percentage\":50}]}}")
            .body();
    assertThat(made.path("active").asBoolean()).isTrue();
    assertThat(ada.send("POST", all, "{\"key\":\"new-banner\"}").body().path("code").asText())
        .isEqualTo("unique");
    assertThat(
            ada.send(
                    "PATCH",
                    all + "1/",
                    "{\"filters\":{\"groups\":[{\"rollout_percentage\":120}]}}")
                .body()
                .path("attr")
                .asText())
        .isEqualTo("filters__groups");

    JsonNode changed = ada.send("PATCH", all + "1/", "{\"active\":false}").body();
    assertThat(changed.path("version").asInt()).isEqualTo(2);
    assertThat(changed.path("filters")).isEqualTo(made.path("filters"));
    assertThat(ada.get(all + "1/history").body().path("count").asInt()).isEqualTo(2);
    assertThat(ada.get(all + "?search=BANNER").body().path("count").asInt()).isEqualTo(1);
    ada.send("DELETE", all + "1/", "");
    assertThat(ada.get(all).body().path("count").asInt()).isZero();
    assertThat(ada.send("POST", all, "{\"key\":\"new-banner\"}").status()).isEqualTo(201);
  }

  private TestingBrowser.Answer send(String method, String path, String body) throws IOException {
    return ada.send(method, path, body.replace('\'', '"'));
  }
}
