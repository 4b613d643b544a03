package dev.tenrec.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TestPermissions {
  private static final String STREAM_WRITE = "kinesis:PutRecords";
  private static final List<String> TABLE_WRITES =
      List.of(
          "dynamodb:BatchWriteItem",
          "dynamodb:DeleteItem",
          "dynamodb:PutItem",
          "dynamodb:UpdateItem");

  private final Permissions permissions = new Permissions(Synthesis.twoStreams().compute());

  @Test
  void everyRoleMayDoExactlyWhatTheListSays() {
    Map<String, Set<String>> actions = new TreeMap<>();
    for (Permissions.Permission permission : permissions.all()) {
      String subject =
          permission.condition().isEmpty()
              ? permission.role() + " " + permission.resource()
              : permission.role() + " " + permission.resource() + " if " + permission.condition();
      actions.computeIfAbsent(subject, _ -> new TreeSet<>()).add(permission.action());
    }
    assertThat(
            actions.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue())))
        .containsExactlyElementsOf(Lines.of("permissions.txt"));
  }

  @Test
  void onlyCapturePutsIntoTheCapturedStream() {
    assertThat(permissions.who(STREAM_WRITE, "StreamsCaptured")).containsExactly("Capture");
  }

  @Test
  void onlyWhoHasNewsForTheLakePutsIntoTheProcessedStream() {
    assertThat(permissions.who(STREAM_WRITE, "StreamsProcessed"))
        .containsExactly("Api", "Capture", "Errors", "Ingest", "Replay");
  }

  @Test
  void noOtherActionPutsIntoAStream() {
    Set<String> actions = new TreeSet<>();
    permissions.all().stream()
        .map(Permissions.Permission::action)
        .filter(action -> action.startsWith("kinesis:"))
        .forEach(actions::add);
    assertThat(actions)
        .containsExactly(
            "kinesis:DescribeStream",
            "kinesis:DescribeStreamSummary",
            "kinesis:GetRecords",
            "kinesis:GetShardIterator",
            "kinesis:ListShards",
            STREAM_WRITE);
  }

  @Test
  void onlyTheFunctionsOfTheLakeWriteTheLake() {
    assertThat(permissions.who("s3:PutObject", "DataBucket/lake/events/data/a.parquet"))
        .containsExactly("Commit", "Lake", "Maintenance");
    assertThat(permissions.who("s3:DeleteObject", "DataBucket/lake/events/data/a.parquet"))
        .containsExactly("Commit", "Maintenance");
  }

  @Test
  void onlyWhoPutsRecordsStoresTheirBodies() {
    assertThat(permissions.who("s3:PutObject", "DataBucket/claims/a"))
        .containsExactly("Api", "Capture", "Errors", "Ingest", "Replay");
    assertThat(permissions.who("s3:DeleteObject", "DataBucket/claims/a")).isEmpty();
  }

  @Test
  void onlyQueryStoresResults() {
    assertThat(permissions.who("s3:PutObject", "DataBucket/results/a")).containsExactly("Query");
  }

  @Test
  void onlyReplayStoresRecordingsAndOnlyTheApiOverwritesThem() {
    assertThat(permissions.who("s3:PutObject", "DataBucket/replay/1/a"))
        .containsExactly("Api", "Replay");
    assertThat(permissions.who("s3:GetObject", "DataBucket/replay/1/a")).containsExactly("Api");
    assertThat(writers("TablesSessions")).containsExactly("Api", "Replay");
  }

  @Test
  void onlyTheApiLendsUploadsOfSourceMapsAndErrorsReadsThem() {
    assertThat(permissions.who("s3:PutObject", "DataBucket/symbols/1/a")).containsExactly("Api");
    assertThat(permissions.who("s3:GetObject", "DataBucket/symbols/1/a"))
        .containsExactly("Api", "Errors");
    assertThat(permissions.who("s3:DeleteObject", "DataBucket/symbols/1/a")).containsExactly("Api");
  }

  @Test
  void nobodyWritesOutsideTheFivePrefixes() {
    assertThat(permissions.who("s3:PutObject", "DataBucket/other")).isEmpty();
    assertThat(permissions.who("s3:DeleteObject", "DataBucket/other")).isEmpty();
  }

  @Test
  void eachTableHasItsWriters() {
    assertThat(writers("TablesProjects")).containsExactly("Api", "Flags", "Query");
    assertThat(writers("TablesDefinitions")).containsExactly("Api");
    assertThat(writers("TablesPersons")).containsExactly("Api", "Flags", "Ingest");
    assertThat(writers("TablesRuns")).containsExactly("Api", "Workflows");
    assertThat(writers("TablesIssues")).containsExactly("Api", "Errors");
    assertThat(writers("TablesPipeline")).containsExactly("Commit", "Lake", "Maintenance");
  }

  @Test
  void queryAndFlagsWriteOnlyTheUseOfKeysAndWhatAPersonWasFirstSeenAs() {
    assertThat(permissions.all())
        .filteredOn(permission -> Set.of("Query", "Flags").contains(permission.role()))
        .filteredOn(permission -> TABLE_WRITES.contains(permission.action()))
        .containsExactlyInAnyOrder(
            put("Query", "TablesProjects", "\"key#*\",\"user#*\""),
            put("Flags", "TablesProjects", "\"key#*\",\"user#*\""),
            put("Flags", "TablesPersons", "\"first-seen#*\""));
  }

  @Test
  void onlyTheLakeFunctionAndItselfNudgeTheCommitter() {
    assertThat(permissions.who("sqs:SendMessage", "CommitQueue")).containsExactly("Commit", "Lake");
  }

  @Test
  void onlyWorkflowsAndWhoeverTestsThemWakeRuns() {
    assertThat(permissions.who("sqs:SendMessage", "WorkflowsQueue"))
        .containsExactly("Api", "Workflows");
  }

  @Test
  void eachFailureQueueIsFilledByItsOwnFunction() {
    assertThat(permissions.who("sqs:SendMessage", "IngestCapturedFailuresQueue"))
        .containsExactly("Ingest");
    assertThat(permissions.who("sqs:SendMessage", "LakeProcessedFailuresQueue"))
        .containsExactly("Lake");
  }

  @Test
  void noStatementOfARoleNamesEveryResourceOrEveryAction() {
    assertThat(permissions.all())
        .noneMatch(permission -> permission.resource().equals("*"))
        .noneMatch(permission -> permission.action().contains("*"));
  }

  @Test
  void everyRoleTrustsOnlyTheServiceThatUsesIt() {
    Map<String, JsonNode> roles = Synthesis.standard().compute().properties("AWS::IAM::Role");
    assertThat(roles).isNotEmpty();
    roles.forEach(
        (name, role) ->
            assertThat(
                    Template.text(
                        role.at("/AssumeRolePolicyDocument/Statement/0/Principal/Service")))
                .as(name)
                .isEqualTo(
                    name.startsWith("Readiness")
                            || name.startsWith("MaintenanceHourly")
                            || name.startsWith("WorkflowsMinutely")
                        ? "scheduler.amazonaws.com"
                        : "lambda.amazonaws.com"));
  }

  @Test
  void onlyTheFunctionsBehindTheEdgeCanBeCalledByTheWorldAndOnlyByTheirUrls() {
    List<String> open = new ArrayList<>();
    Synthesis.standard()
        .compute()
        .properties("AWS::Lambda::Permission")
        .values()
        .forEach(
            permission -> {
              assertThat(
                      permission.path("FunctionUrlAuthType").asText().equals("NONE")
                          || permission.path("InvokedViaFunctionUrl").asBoolean())
                  .isTrue();
              open.add(
                  Template.text(permission.path("FunctionName"))
                      + " "
                      + permission.path("Action").asText());
            });
    assertThat(open)
        .containsExactlyInAnyOrder(
            "ApiFunctionLive lambda:InvokeFunction",
            "ApiFunctionLive lambda:InvokeFunctionUrl",
            "AssetsFunctionLive lambda:InvokeFunction",
            "AssetsFunctionLive lambda:InvokeFunctionUrl",
            "CaptureFunctionLive lambda:InvokeFunction",
            "CaptureFunctionLive lambda:InvokeFunctionUrl",
            "FlagsFunctionLive lambda:InvokeFunction",
            "FlagsFunctionLive lambda:InvokeFunctionUrl",
            "QueryFunctionLive lambda:InvokeFunction",
            "QueryFunctionLive lambda:InvokeFunctionUrl");
  }

  private static Permissions.Permission put(String role, String table, String partitions) {
    return new Permissions.Permission(
        role,
        "dynamodb:PutItem",
        table,
        "{\"ForAllValues:StringLike\":{\"dynamodb:LeadingKeys\":[%s]}}".formatted(partitions));
  }

  private Set<String> writers(String table) {
    Set<String> writers = new TreeSet<>();
    TABLE_WRITES.forEach(action -> writers.addAll(permissions.who(action, table)));
    return writers;
  }
}
