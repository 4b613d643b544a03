package dev.tenrec.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.workflow.runs.Delivery;
import dev.tenrec.workflow.runs.Outcome;
import dev.tenrec.workflow.runs.Run;
import dev.tenrec.workflow.runs.StepRecord;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestAwakening {
  private static final String DEFINITION =
      """
      {"name":"Thanks","status":"active",
       "trigger":{"type":"event","filters":{"events":[{"id":"purchase"}]}},
       "actions":[
        {"id":"hook","type":"webhook","name":"Tell","config":{"url":"https://example.com/x",
          "body":"{\\"price\\":{event.properties.price},\\"who\\":\\"{person.properties.email}\\"}"}},
        {"id":"wait","type":"delay","config":{"delay_duration":"2d"}},
        {"id":"big","type":"conditional_branch","config":{"conditions":[{"filters":{"properties":[
          {"key":"price","type":"event","operator":"gt","value":100}]}}]}},
        {"id":"mail","type":"email","config":{"from":"shop@example.com",
          "to":"{person.properties.email}","subject":"Thanks","text":"{event.event}"}},
        {"id":"end","type":"exit"}],
       "edges":[{"from":"trigger","to":"hook"},{"from":"hook","to":"wait"},
        {"from":"wait","to":"big"},{"from":"big","to":"mail","type":"branch","index":0},
        {"from":"big","to":"end"},{"from":"mail","to":"end"}]}
      """;
  private static final Duration LONG = Duration.ofDays(3);

  @Test
  void aRunDoesItsStepsOnceInOrderAndOutlivesItsDelay() {
    World world = new World(DEFINITION, 0);
    world.event("{\"price\":120,\"secret\":\"x\"}");
    world.pass(Duration.ofHours(47));
    assertThat(world.effects()).hasSize(1);
    assertThat(world.run().status()).isEqualTo(Run.Status.WAITING);
    world.pass(LONG);
    Run run = world.run();
    assertThat(run.status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(run.log())
        .extracting(StepRecord::step)
        .containsExactly("hook", "wait", "big", "mail", "end");
    assertThat(world.now())
        .isBetween(
            World.START.plus(Duration.ofDays(2)),
            World.START.plus(Duration.ofDays(2)).plusSeconds(10));
    assertThat(((Delivery.Webhook) world.effects().getFirst()).body())
        .isEqualTo("{\"price\":120,\"who\":\"ada@example.com\"}");
    assertThat(((Delivery.Email) world.effects().getLast()).to()).isEqualTo("ada@example.com");
    assertThat(run.context().toString()).doesNotContain("secret");
  }

  @Test
  void aConditionThatDoesNotHoldGoesStraightOn() {
    World world = new World(DEFINITION, 0);
    world.event("{\"price\":1}");
    world.pass(LONG);
    assertThat(world.run().log())
        .extracting(StepRecord::step)
        .containsExactly("hook", "wait", "big", "end");
    assertThat(world.effects()).hasSize(1);
  }

  @Test
  void whereverItCrashesEachEffectHappensOnceButForTheWindowBetweenEffectAndRecord() {
    int crashes = 0;
    int window = 0;
    for (int crashAt = 1; ; crashAt++) {
      World world = new World(DEFINITION, crashAt);
      world.event("{\"price\":120}");
      int before = world.effects().size();
      world.pass(LONG);
      if (world.crashedIn().isEmpty()) {
        break;
      }
      crashes++;
      String where = "crash at call " + crashAt + ", " + world.crashedIn();
      assertThat(world.run().status()).as(where).isEqualTo(Run.Status.COMPLETED);
      List<String> ids = world.effects().stream().map(Delivery::id).toList();
      String run = world.run().key().id().toString();
      assertThat(ids).as(where).contains(run + ":hook", run + ":mail");
      assertThat(ids.stream().distinct()).as(where).hasSize(2);
      if (ids.size() > 2) {
        window++;
        assertThat(ids).as(where).hasSize(3);
        assertThat(world.crashedIn()).isIn("after deliver", "before save");
      }
      assertThat(before).isZero();
    }
    assertThat(crashes).isGreaterThan(30);
    // Of each of the two effects: died after it, or died before it was recorded.
    assertThat(window).isEqualTo(4);
  }

  @Test
  void whatMayWorkLaterIsTriedAgainWithGrowingPauses() {
    World world =
        new World(DEFINITION, 0)
            .answering(new Outcome.Again("answered 503"), new Outcome.Again("answered 503"));
    world.event("{\"price\":1}");
    world.pass(Duration.ofMinutes(5));
    assertThat(world.effects())
        .hasSize(3)
        .extracting(Delivery::id)
        .containsOnly(world.run().key().id() + ":hook");
    assertThat(world.run().log().getFirst().attempts()).isEqualTo(3);
    assertThat(world.run().log().getFirst().status()).isEqualTo(StepRecord.Status.COMPLETED);
  }

  @Test
  void fiveFailedAttemptsEndTheRunWithTheirReason() {
    Outcome again = new Outcome.Again("answered 503");
    World world = new World(DEFINITION, 0).answering(again, again, again, again, again, again);
    world.event("{\"price\":1}");
    world.pass(Duration.ofHours(2));
    assertThat(world.effects()).hasSize(5);
    assertThat(world.run().status()).isEqualTo(Run.Status.FAILED);
    assertThat(world.run().error()).isEqualTo("Tell: answered 503");
  }

  @Test
  void whatWouldFailAgainIsNotTriedAgainAndMayBePassedOver() {
    World world = new World(DEFINITION, 0).answering(new Outcome.Failed("answered 404"));
    world.event("{\"price\":1}");
    world.pass(Duration.ofHours(1));
    assertThat(world.effects()).hasSize(1);
    assertThat(world.run().status()).isEqualTo(Run.Status.FAILED);

    World patient =
        new World(DEFINITION.replace("\"name\":\"Tell\"", "\"on_error\":\"continue\""), 0)
            .answering(new Outcome.Failed("answered 404"));
    patient.event("{\"price\":120}");
    patient.pass(LONG);
    assertThat(patient.run().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(patient.run().log().getFirst().status()).isEqualTo(StepRecord.Status.FAILED);
  }

  @Test
  void aFailedRunThatIsTriedAgainGoesOnWhereItFailedUnderTheSameDelivery() {
    World world = new World(DEFINITION, 0).answering(new Outcome.Failed("answered 404"));
    world.event("{\"price\":120}");
    world.pass(Duration.ofHours(1));
    assertThat(world.run().status()).isEqualTo(Run.Status.FAILED);
    world.again();
    world.pass(LONG);
    assertThat(world.run().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(world.run().error()).isEmpty();
    assertThat(world.run().log())
        .extracting(record -> record.step() + " " + record.status())
        .containsExactly(
            "hook FAILED",
            "hook COMPLETED",
            "wait COMPLETED",
            "big COMPLETED",
            "mail COMPLETED",
            "end COMPLETED");
    assertThat(world.effects().get(0).id()).isEqualTo(world.effects().get(1).id());
  }

  @Test
  void aStepShowsWhatItSentWithoutItsHeaders() {
    World world =
        new World(
            DEFINITION.replace(
                "\"url\":", "\"headers\":{\"Authorization\":\"Bearer 123\"},\"url\":"),
            0);
    world.event("{\"price\":1}");
    world.pass(LONG);
    assertThat(world.run().log().getFirst().request())
        .isEqualTo("POST https://example.com/x\n{\"price\":1,\"who\":\"ada@example.com\"}");
    assertThat(((Delivery.Webhook) world.effects().getFirst()).headers())
        .containsEntry("Authorization", "Bearer 123")
        .containsEntry("idempotency-key", world.run().key().id() + ":hook");
  }

  @Test
  void aDeletedWorkflowCancelsItsRuns() {
    World world = new World(DEFINITION, 0);
    world.event("{\"price\":120}");
    world.pass(Duration.ofHours(1));
    world.deleteWorkflow();
    world.pass(LONG);
    assertThat(world.run().status()).isEqualTo(Run.Status.CANCELLED);
    assertThat(world.effects()).hasSize(1);
  }
}
