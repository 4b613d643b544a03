package dev.tenrec.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestState {
  private static final List<String> HOLDS_DATA =
      List.of(
          "AWS::Kinesis::Stream",
          "AWS::DynamoDB::GlobalTable",
          "AWS::S3::Bucket",
          "AWS::Glue::Database");

  private final Template state = Synthesis.standard().state();

  @Test
  void everythingThatHoldsDataIsRetained() {
    for (String type : HOLDS_DATA) {
      assertThat(state.resources(type)).as(type).isNotEmpty();
      state
          .resources(type)
          .forEach(
              (name, resource) -> {
                assertThat(resource.path("DeletionPolicy").asText()).as(name).isEqualTo("Retain");
                assertThat(resource.path("UpdateReplacePolicy").asText())
                    .as(name)
                    .isEqualTo("Retain");
              });
    }
  }

  @Test
  void nothingOfTheComputeStackHoldsData() {
    HOLDS_DATA.forEach(
        type -> assertThat(Synthesis.standard().compute().resources(type)).isEmpty());
  }

  @Test
  void theStackRefusesToBeDeleted() throws IOException {
    JsonNode manifest =
        new ObjectMapper()
            .readTree(Synthesis.standard().directory().resolve("manifest.json").toFile());
    assertThat(manifest.at("/artifacts/tenrec-state/properties/terminationProtection").asBoolean())
        .isTrue();
  }

  @Test
  void thereAreSevenTablesOfOneShape() {
    Map<String, JsonNode> tables = state.properties("AWS::DynamoDB::GlobalTable");
    assertThat(tables.keySet())
        .containsExactlyInAnyOrder(
            "TablesProjects",
            "TablesDefinitions",
            "TablesPersons",
            "TablesPipeline",
            "TablesSessions",
            "TablesRuns",
            "TablesIssues");
    tables.forEach(
        (name, table) -> {
          assertThat(table.path("KeySchema").toString())
              .as(name)
              .isEqualTo(
                  "[{\"AttributeName\":\"pk\",\"KeyType\":\"HASH\"},{\"AttributeName\":\"sk\",\"KeyType\":\"RANGE\"}]");
          assertThat(table.at("/TimeToLiveSpecification/AttributeName").asText())
              .isEqualTo("expires_at");
          assertThat(table.path("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
          JsonNode replica = table.at("/Replicas/0");
          assertThat(replica.path("DeletionProtectionEnabled").asBoolean()).as(name).isTrue();
          assertThat(
                  replica
                      .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                      .asBoolean())
              .as(name)
              .isTrue();
        });
  }

  @Test
  void theBucketIsPrivateAndWantsTls() {
    JsonNode bucket = state.properties("AWS::S3::Bucket").get("DataBucket");
    assertThat(bucket.path("PublicAccessBlockConfiguration").properties())
        .hasSize(4)
        .allMatch(entry -> entry.getValue().asBoolean());
    assertThat(bucket.has("VersioningConfiguration")).isFalse();
    assertThat(state.properties("AWS::S3::BucketPolicy").get("DataBucketPolicy").toString())
        .contains("\"Effect\":\"Deny\"")
        .contains("\"aws:SecureTransport\":\"false\"");
  }

  @Test
  void aPageThatHasASignedAddressMayReadWhatIsThere() {
    JsonNode rules =
        state.properties("AWS::S3::Bucket").get("DataBucket").at("/CorsConfiguration/CorsRules");
    assertThat(rules).hasSize(1);
    assertThat(rules.get(0).path("AllowedMethods").toString()).isEqualTo("[\"GET\"]");
  }

  @Test
  void bodiesAndResultsExpireAndTheLakeNeverDoes() {
    List<String> rules = new ArrayList<>();
    state
        .properties("AWS::S3::Bucket")
        .get("DataBucket")
        .at("/LifecycleConfiguration/Rules")
        .forEach(
            rule ->
                rules.add(
                    rule.path("Prefix").asText("*")
                        + " "
                        + rule.path("ExpirationInDays").asText("never")));
    assertThat(rules)
        .containsExactlyInAnyOrder("claims/ 14", "results/ 1", "replay/ 30", "* never");
  }

  @Test
  void aSmallInstallationHasOneStreamOfOneShard() {
    Map<String, JsonNode> streams = state.properties("AWS::Kinesis::Stream");
    assertThat(streams).containsOnlyKeys("StreamsCaptured");
    JsonNode stream = streams.get("StreamsCaptured");
    assertThat(stream.path("ShardCount").asInt()).isEqualTo(1);
    assertThat(stream.path("RetentionPeriodHours").asInt()).isEqualTo(24);
    assertThat(stream.at("/StreamEncryption/EncryptionType").asText()).isEqualTo("KMS");
  }

  @Test
  void theCapturedStreamStaysTheSameWhenTheProcessedOneIsAdded() {
    Map<String, JsonNode> streams =
        Synthesis.twoStreams().state().properties("AWS::Kinesis::Stream");
    assertThat(streams).containsOnlyKeys("StreamsCaptured", "StreamsProcessed");
    assertThat(streams.values()).allMatch(stream -> stream.path("ShardCount").asInt() == 2);
  }

  @Test
  void everythingIsExportedWhetherUsedOrNot() {
    List<String> exported = new ArrayList<>();
    state
        .json()
        .path("Outputs")
        .forEach(output -> exported.add(Template.text(output.path("Value"))));
    assertThat(exported)
        .containsExactlyInAnyOrder(
            "StreamsCaptured",
            "StreamsCaptured",
            "TablesProjects",
            "TablesProjects",
            "TablesDefinitions",
            "TablesDefinitions",
            "TablesPersons",
            "TablesPersons",
            "TablesPipeline",
            "TablesPipeline",
            "TablesRuns",
            "TablesRuns",
            "TablesIssues",
            "TablesIssues",
            "TablesSessions",
            "TablesSessions",
            "DataBucket",
            "DataBucket",
            "CatalogDatabase");
  }

  @Test
  void theCatalogDatabaseIsNamedAsSqlWantsIt() {
    assertThat(databaseName(Synthesis.standard())).isEqualTo("tenrec");
    assertThat(databaseName(Synthesis.of(TestSettingsInTemplates.OTHER)))
        .isEqualTo("tenrec_staging");
  }

  private static String databaseName(Synthesis synthesis) {
    return synthesis
        .state()
        .properties("AWS::Glue::Database")
        .get("CatalogDatabase")
        .at("/DatabaseInput/Name")
        .asText();
  }
}
