package dev.tenrec.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestWatch {
  private static final String ALARM = "AWS::CloudWatch::Alarm";

  private final Map<String, JsonNode> alarms = Synthesis.standard().compute().properties(ALARM);

  @Test
  void thereAreFewerAlarmsThanCostMoney() {
    assertThat(alarms).hasSizeLessThanOrEqualTo(10);
    assertThat(Synthesis.standard().compute().resources("AWS::CloudWatch::Dashboard")).hasSize(1);
  }

  @Test
  void everyWayToLoseEventsHasAnAlarm() {
    assertThat(alarms.keySet())
        .containsExactlyInAnyOrder(
            "WatchCaptureFailing",
            "WatchCaptureThrottled",
            "WatchIngestBehind",
            "WatchLakeBehind",
            "WatchCommitFailing",
            "WatchMaintenanceFailing",
            "WatchIngestGaveUp",
            "WatchLakeGaveUp",
            "WatchCommitGaveUp");
  }

  @Test
  void aFunctionIsWatchedThroughTheAliasThatIsCalled() {
    JsonNode behind = alarms.get("WatchLakeBehind");
    assertThat(behind.path("MetricName").asText()).isEqualTo("IteratorAge");
    assertThat(behind.path("Threshold").asLong()).isEqualTo(900_000);
    assertThat(behind.path("Dimensions"))
        .extracting(dimension -> Template.text(dimension.path("Value")))
        .containsExactly("LakeFunction", "LakeFunction:live");
  }

  @Test
  void silenceIsNotAnAlarm() {
    assertThat(alarms.values())
        .allMatch(alarm -> alarm.path("TreatMissingData").asText().equals("notBreaching"));
  }

  @Test
  void everyAlarmSaysWhatToDo() {
    assertThat(alarms.values())
        .allMatch(alarm -> alarm.path("AlarmDescription").asText().length() > 40);
  }

  @Test
  void alarmsGoToTheOwnersAddressIfThereIsOne() {
    assertThat(alarms.values()).noneMatch(alarm -> alarm.has("AlarmActions"));
    Template other = Synthesis.of(TestSettingsInTemplates.OTHER).compute();
    assertThat(other.properties(ALARM).values())
        .allMatch(alarm -> Template.text(alarm.path("AlarmActions")).equals("WatchAlarms"));
    assertThat(other.properties("AWS::SNS::Subscription").values())
        .singleElement()
        .satisfies(
            subscription ->
                assertThat(subscription.path("Endpoint").asText()).isEqualTo("owner@example.com"));
  }

  @Test
  void onlyThisAccountsAlarmsMayPublish() {
    JsonNode policy =
        Synthesis.of(TestSettingsInTemplates.OTHER)
            .compute()
            .properties("AWS::SNS::TopicPolicy")
            .get("WatchAlarmsPolicy");
    assertThat(policy.at("/PolicyDocument/Statement"))
        .anyMatch(
            statement ->
                statement.path("Effect").asText().equals("Allow")
                    && statement
                        .at("/Principal/Service")
                        .asText()
                        .equals("cloudwatch.amazonaws.com")
                    && statement.at("/Condition/StringEquals").has("aws:SourceAccount"));
  }
}
