package dev.tenrec.api.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.api.TestingApi;
import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.http.testing.TestingBrowser;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.ProjectSettings;
import dev.tenrec.stores.table.Table;
import dev.tenrec.workflow.WorkflowCompiler;
import dev.tenrec.workflow.runs.DynamoDbRuns;
import dev.tenrec.workflow.runs.Occasion;
import dev.tenrec.workflow.runs.Run;
import dev.tenrec.workflow.runs.RunStarter;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestWorkflows {
  private static final String WORKFLOWS = "/api/projects/1/workflows/";
  private static final String THANKS =
      """
      {"name":"Thanks","trigger":{"type":"event","filters":{"events":[{"id":"purchase"}]}},
       "actions":[{"id":"hook","type":"webhook","config":{"url":"https://example.com/",
         "body":"{\\"p\\":{event.properties.price}}"}}],
       "edges":[{"from":"trigger","to":"hook"}]}
      """;

  private final DynamoDbEmulator engine = DynamoDbEmulator.shared();
  private final String runs = engine.freshTable("runs");
  private final TestingBrowser ada = new TestingApi(Map.of("RUNS_TABLE", runs)).owner();

  @Test
  void aWorkflowIsKeptWithItsVersionsAndHistory() throws IOException {
    TestingBrowser.Answer made = ada.send("POST", WORKFLOWS, THANKS);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body().path("status").asText()).isEqualTo("draft");
    JsonNode active = ada.send("PATCH", WORKFLOWS + "1/", "{\"status\":\"active\"}").body();
    assertThat(active.path("version").asInt()).isEqualTo(2);
    assertThat(active.path("actions")).hasSize(1);
    assertThat(ada.get(WORKFLOWS + "1/history/").body().path("count").asInt()).isEqualTo(2);
    assertThat(ada.get(WORKFLOWS).body().path("count").asInt()).isEqualTo(1);
    assertThat(ada.send("DELETE", WORKFLOWS + "1/", "").status()).isEqualTo(204);
    assertThat(ada.get(WORKFLOWS + "1/").status()).isEqualTo(404);
  }

  @Test
  void whatCouldNotRunIsRefusedWithItsPlace() throws IOException {
    TestingBrowser.Answer refused =
        ada.send("POST", WORKFLOWS, THANKS.replace("event.properties.price", "env.SECRET"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("attr").asText()).isEqualTo("actions__0__config__body");
    assertThat(refused.body().path("detail").asText()).contains("Line 1, column 6");
    assertThat(
            ada.send("POST", WORKFLOWS, THANKS.replace("https://", "file:///"))
                .body()
                .path("attr")
                .asText())
        .isEqualTo("actions__0__config__url");
    assertThat(ada.get(WORKFLOWS).body().path("count").asInt()).isZero();
  }

  @Test
  void runsAreListedNewestFirstAndCancelledOnce() throws IOException {
    ada.send("POST", WORKFLOWS, THANKS);
    Run first = start(1);
    Run second = start(2);
    JsonNode page = ada.get(WORKFLOWS + "1/runs/").body();
    assertThat(page.path("count").asInt()).isEqualTo(2);
    assertThat(page.path("results").path(0).path("id").asText())
        .isEqualTo(second.key().id().toString());
    String path = WORKFLOWS + "1/runs/" + first.key().id() + "/";
    JsonNode cancelled = ada.send("POST", path + "cancel/", "").body();
    assertThat(cancelled.path("status").asText()).isEqualTo("cancelled");
    assertThat(cancelled.path("error").asText()).contains("ada@example.com");
    assertThat(ada.send("POST", path + "cancel/", "").body()).isEqualTo(cancelled);
    assertThat(ada.get(path).body()).isEqualTo(cancelled);
    assertThat(ada.get(WORKFLOWS + "1/runs/nothing/").status()).isEqualTo(404);
  }

  @Test
  void theActivityOfTheLastDaysIsCounted() throws IOException {
    ada.send("POST", WORKFLOWS, THANKS);
    start(1);
    JsonNode activity = ada.get(WORKFLOWS + "activity/").body();
    assertThat(activity.path("results")).hasSize(1);
    // The run's id says that it began long ago.
    assertThat(activity.path("results").path(0).path("runs").asInt()).isZero();
    assertThat(activity.path("results").path(0).path("more").asBoolean()).isFalse();
  }

  @Test
  void aListOfRunsLeavesOutWhatTheyKeep() throws IOException {
    ada.send("POST", WORKFLOWS, THANKS);
    Run run = start(1);
    JsonNode line = ada.get(WORKFLOWS + "1/runs/").body().path("results").path(0);
    assertThat(line.path("event").asText()).isEqualTo("purchase");
    assertThat(line.has("context")).isFalse();
    assertThat(ada.get(WORKFLOWS + "1/runs/" + run.key().id() + "/").body().has("context"))
        .isTrue();
  }

  @Test
  void onlyARunThatFailedAtAStepIsTriedAgain() throws IOException {
    ada.send("POST", WORKFLOWS, THANKS);
    Run run = start(1);
    TestingBrowser.Answer refused =
        ada.send("POST", WORKFLOWS + "1/runs/" + run.key().id() + "/retry/", "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("detail").asText()).contains("failed at a step");
  }

  @Test
  void withoutAQueueATestSaysThatWorkflowsAreOff() throws IOException {
    ada.send("POST", WORKFLOWS, THANKS);
    assertThat(ada.send("POST", WORKFLOWS + "1/test/", "{}").status()).isEqualTo(409);
    assertThat(ada.send("POST", WORKFLOWS + "9/test/", "{}").status()).isEqualTo(404);
  }

  private Run start(int number) {
    var empty = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    try {
      return new RunStarter(
              new DynamoDbRuns(new Table(engine.client(), runs)),
              (_, _) -> {},
              () -> new UUID(0x0190_0000_0000_7000L, number),
              InstantSource.system())
          .start(
              new Project(1, "phc_x", Instant.EPOCH, 1, ProjectSettings.named("Shop")),
              1,
              1,
              WorkflowCompiler.compile(
                  new com.fasterxml.jackson.databind.ObjectMapper().readTree(THANKS)),
              new Occasion("e" + number, "purchase", "d", "2026-01-01", empty, "p", empty))
          .orElseThrow();
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }
}
