package dev.tenrec.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.infra.settings.Freshness;
import dev.tenrec.infra.settings.Product;
import dev.tenrec.infra.settings.Settings;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestMappings {
  private static final String MAPPING = "AWS::Lambda::EventSourceMapping";

  private final Map<String, JsonNode> mappings = Synthesis.standard().compute().properties(MAPPING);

  @Test
  void ingestReadsCapturedEventsInOrder() {
    JsonNode mapping = mappings.get("IngestCapturedMapping");
    assertThat(filter(mapping))
        .isEqualTo("{\"data\":{\"kind\":[\"events\"],\"stage\":[\"captured\"]}}");
    assertThat(mapping.path("MaximumBatchingWindowInSeconds").asInt()).isEqualTo(1);
    assertThat(mapping.path("BatchSize").asInt()).isEqualTo(500);
    assertThat(Template.text(mapping.path("EventSourceArn"))).isEqualTo("StreamsCaptured");
    assertThat(Template.text(mapping.path("FunctionName"))).isEqualTo("IngestFunctionLive:live");
  }

  @Test
  void lakeReadsEverythingProcessedOneBatchOfAShardAtATime() {
    JsonNode mapping = mappings.get("LakeProcessedMapping");
    assertThat(filter(mapping))
        .isEqualTo(
            "{\"data\":{\"kind\":[{\"anything-but\":[\"exceptions\",\"internal\"]}],\"stage\":[\"processed\"]}}");
    assertThat(mapping.path("MaximumBatchingWindowInSeconds").asInt()).isEqualTo(30);
    assertThat(mapping.path("BatchSize").asInt()).isEqualTo(10_000);
    assertThat(mapping.path("ParallelizationFactor").asInt()).isEqualTo(1);
    assertThat(Template.text(mapping.path("EventSourceArn"))).isEqualTo("StreamsCaptured");
    assertThat(Template.text(mapping.path("FunctionName"))).isEqualTo("LakeFunctionLive:live");
  }

  @Test
  void replayReadsCapturedSnapshotsOfTheSameWindowAsTheLake() {
    JsonNode mapping = mappings.get("ReplayCapturedMapping");
    assertThat(filter(mapping))
        .isEqualTo("{\"data\":{\"kind\":[\"snapshots\"],\"stage\":[\"captured\"]}}");
    assertThat(window(mappings, "ReplayCapturedMapping"))
        .isEqualTo(window(mappings, "LakeProcessedMapping"));
  }

  @Test
  void errorsReadsExceptionsAndTheOthersReadWhatItPutsBack() {
    assertThat(filter(mappings.get("ErrorsProcessedMapping")))
        .isEqualTo("{\"data\":{\"kind\":[\"exceptions\"],\"stage\":[\"processed\"]}}");
    Map<String, JsonNode> without =
        Synthesis.of(Settings.DEFAULTS.with(EnumSet.complementOf(EnumSet.of(Product.ERRORS))))
            .compute()
            .properties(MAPPING);
    assertThat(without).doesNotContainKey("ErrorsProcessedMapping");
    assertThat(filter(without.get("LakeProcessedMapping")))
        .isEqualTo("{\"data\":{\"stage\":[\"processed\"]}}");
    assertThat(filter(without.get("WorkflowsProcessedMapping"))).contains("\"exceptions\"");
  }

  @Test
  void workflowsReadProcessedEventsAndExceptions() {
    JsonNode mapping = mappings.get("WorkflowsProcessedMapping");
    assertThat(filter(mapping))
        .isEqualTo(
            "{\"data\":{\"kind\":[\"events\",\"grouped\",\"internal\"],\"stage\":[\"processed\"]}}");
    assertThat(mapping.path("MaximumBatchingWindowInSeconds").asInt()).isEqualTo(1);
  }

  @Test
  void aWakeUpThatFailsComesAgainAloneAndEndsInTheDeadLetterQueue() {
    JsonNode mapping = mappings.get("WorkflowsMapping");
    assertThat(Template.text(mapping.path("EventSourceArn"))).isEqualTo("WorkflowsQueue");
    assertThat(mapping.path("FunctionResponseTypes").toString())
        .isEqualTo("[\"ReportBatchItemFailures\"]");
    JsonNode queue =
        Synthesis.standard().compute().properties("AWS::SQS::Queue").get("WorkflowsQueue");
    assertThat(queue.path("VisibilityTimeout").asInt()).isEqualTo(6 * 180);
    assertThat(Template.text(queue.at("/RedrivePolicy/deadLetterTargetArn")))
        .isEqualTo("WorkflowsFailuresQueue");
  }

  @Test
  void streamMappingsLoseNothingSilently() {
    for (String name :
        new String[] {
          "IngestCaptured",
          "LakeProcessed",
          "ErrorsProcessed",
          "ReplayCaptured",
          "WorkflowsProcessed"
        }) {
      JsonNode mapping = mappings.get(name + "Mapping");
      assertThat(mapping.path("StartingPosition").asText()).isEqualTo("TRIM_HORIZON");
      assertThat(mapping.path("BisectBatchOnFunctionError").asBoolean()).isTrue();
      assertThat(mapping.path("FunctionResponseTypes").toString())
          .isEqualTo("[\"ReportBatchItemFailures\"]");
      assertThat(Template.text(mapping.at("/DestinationConfig/OnFailure/Destination")))
          .isEqualTo(name + "FailuresQueue");
      assertThat(mapping.has("MaximumRetryAttempts"))
          .as("a number of tries would give up before an outage ends")
          .isFalse();
      assertThat(mapping.path("MaximumRecordAgeInSeconds").asInt())
          .as("half of the stream's retention is left to put records through again")
          .isEqualTo(12 * 3600);
    }
  }

  @Test
  void recordsNeverAgeLongerThanLambdaAllows() {
    JsonNode mapping =
        Synthesis.of(TestSettingsInTemplates.OTHER)
            .compute()
            .properties(MAPPING)
            .get("LakeProcessedMapping");
    assertThat(mapping.path("MaximumRecordAgeInSeconds").asInt()).isEqualTo(604_800);
  }

  @Test
  void twoStreamsAreReadEachByItsOwnFunctionWithTheChosenParallelism() {
    Map<String, JsonNode> two = Synthesis.twoStreams().compute().properties(MAPPING);
    JsonNode ingest = two.get("IngestCapturedMapping");
    JsonNode lake = two.get("LakeProcessedMapping");
    assertThat(Template.text(ingest.path("EventSourceArn"))).isEqualTo("StreamsCaptured");
    assertThat(Template.text(lake.path("EventSourceArn"))).isEqualTo("StreamsProcessed");
    assertThat(ingest.path("ParallelizationFactor").asInt()).isEqualTo(4);
    assertThat(lake.path("ParallelizationFactor").asInt()).isEqualTo(1);
  }

  @Test
  void commitIsNudgedByItsQueueWithTheFewestWorkersThatLambdaAllows() {
    JsonNode mapping = mappings.get("CommitMapping");
    assertThat(Template.text(mapping.path("EventSourceArn"))).isEqualTo("CommitQueue");
    assertThat(mapping.path("MaximumBatchingWindowInSeconds").asInt()).isEqualTo(30);
    assertThat(mapping.at("/ScalingConfig/MaximumConcurrency").asInt()).isEqualTo(2);
  }

  @Test
  void aNudgeIsNotSeenAgainWhileACommitMayStillRun() {
    JsonNode queue =
        Synthesis.standard().compute().properties("AWS::SQS::Queue").get("CommitQueue");
    int timeout =
        Synthesis.standard()
            .compute()
            .properties("AWS::Lambda::Function")
            .get("CommitFunction")
            .path("Timeout")
            .asInt();
    assertThat(queue.path("VisibilityTimeout").asInt()).isEqualTo(6 * timeout + 30);
    assertThat(Template.text(queue.at("/RedrivePolicy/deadLetterTargetArn")))
        .isEqualTo("CommitFailuresQueue");
  }

  @Test
  void failureQueuesWaitTwoWeeksAndEveryQueueWantsTls() {
    Map<String, JsonNode> queues = Synthesis.standard().compute().properties("AWS::SQS::Queue");
    queues.forEach(
        (name, queue) -> {
          if (name.endsWith("FailuresQueue")) {
            assertThat(queue.path("MessageRetentionPeriod").asInt()).isEqualTo(14 * 86_400);
          }
        });
    assertThat(Synthesis.standard().compute().properties("AWS::SQS::QueuePolicy").values())
        .hasSameSizeAs(queues.values())
        .allMatch(policy -> policy.toString().contains("\"aws:SecureTransport\":\"false\""));
  }

  @Test
  void localFreshnessChangesTheWindowsOnly() {
    Map<String, JsonNode> local =
        Synthesis.of(Settings.DEFAULTS.with(Freshness.LOCAL)).compute().properties(MAPPING);
    assertThat(window(local, "IngestCapturedMapping")).isEqualTo(1);
    assertThat(window(local, "LakeProcessedMapping")).isEqualTo(3);
    assertThat(window(local, "CommitMapping")).isEqualTo(3);
  }

  @Test
  void maintenanceRunsEveryHourAndQuietFunctionsAreAskedEveryWeek() {
    Map<String, JsonNode> schedules =
        Synthesis.standard().compute().properties("AWS::Scheduler::Schedule");
    assertThat(schedules.keySet())
        .containsExactlyInAnyOrder(
            "MaintenanceHourlySchedule",
            "WorkflowsMinutelySchedule",
            "ReadinessApiSchedule",
            "ReadinessAssetsSchedule",
            "ReadinessCaptureSchedule",
            "ReadinessFlagsSchedule",
            "ReadinessQuerySchedule");
    JsonNode hourly = schedules.get("MaintenanceHourlySchedule");
    assertThat(hourly.path("ScheduleExpression").asText()).isEqualTo("rate(1 hour)");
    assertThat(Template.text(hourly.at("/Target/Arn"))).isEqualTo("MaintenanceFunctionLive");
    JsonNode weekly = schedules.get("ReadinessQuerySchedule");
    assertThat(weekly.path("ScheduleExpression").asText()).isEqualTo("rate(7 days)");
    assertThat(weekly.at("/Target/Input").asText()).contains("requestContext");
  }

  private static int window(Map<String, JsonNode> mappings, String name) {
    return mappings.get(name).path("MaximumBatchingWindowInSeconds").asInt();
  }

  private static String filter(JsonNode mapping) {
    return mapping.at("/FilterCriteria/Filters/0/Pattern").asText();
  }
}
