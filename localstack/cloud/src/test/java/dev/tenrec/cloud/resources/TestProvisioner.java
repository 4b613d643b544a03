package dev.tenrec.cloud.resources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.cloud.aws.AwsService;
import dev.tenrec.cloud.aws.Protocol;
import dev.tenrec.cloud.emulation.Emulators;
import dev.tenrec.cloud.state.DataDirectory;
import dev.tenrec.cloud.state.Ports;
import dev.tenrec.cloud.template.Assembly;
import dev.tenrec.cloud.template.Place;
import dev.tenrec.cloud.template.Templates;
import dev.tenrec.cloud.testing.TestingAssembly;
import dev.tenrec.cloud.testing.TestingProgress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Making resources in the real emulators, again and again and with changes. */
class TestProvisioner {
  @TempDir static Path shared;
  private static Emulators emulators;

  @TempDir Path directory;
  private final TestingProgress progress = new TestingProgress();

  @BeforeAll
  static void start() {
    DataDirectory data = DataDirectory.open(shared);
    Ports ports = new Ports(data, 0, Set.of());
    Map<Protocol, Integer> needed = new EnumMap<>(Protocol.class);
    for (Protocol protocol : Protocol.values()) {
      needed.put(protocol, ports.port(protocol.name()));
    }
    emulators =
        Emulators.start(needed, data, "us-east-1", new TestingProgress(), InstantSource.system());
    emulators.await();
  }

  @AfterAll
  static void stop() {
    emulators.close();
  }

  @Test
  void everythingIsThereAndMakingItAgainChangesNothing() {
    String template =
        """
        {"Resources":{
          "Events":{"Type":"AWS::Kinesis::Stream","Properties":{"Name":"events","ShardCount":2,
            "RetentionPeriodHours":48}},
          "Data":{"Type":"AWS::S3::Bucket","Properties":{"BucketName":"data"}},
          "Lake":{"Type":"AWS::Glue::Database","Properties":{"DatabaseInput":{"Name":"lake"}}},
          "Work":{"Type":"AWS::SQS::Queue","Properties":{"QueueName":"work",
            "VisibilityTimeout":90,"RedrivePolicy":{
              "deadLetterTargetArn":{"Fn::GetAtt":["Dead","Arn"]},"maxReceiveCount":3}}},
          "Dead":{"Type":"AWS::SQS::Queue","Properties":{"QueueName":"dead"}},
          "Table":{"Type":"AWS::DynamoDB::GlobalTable","Properties":{"TableName":"projects",
            "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},
              {"AttributeName":"sk","AttributeType":"S"}],
            "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},
              {"AttributeName":"sk","KeyType":"RANGE"}],
            "TimeToLiveSpecification":{"AttributeName":"expires_at","Enabled":true},
            "Replicas":[{"Region":"us-east-1"}]}},
          "Role":{"Type":"AWS::IAM::Role"},
          "Firewall":{"Type":"AWS::Athena::WorkGroup"}}}
        """;
    provision(template);
    put("projects");
    provision(template);

    JsonNode stream =
        call(Protocol.KINESIS, "DescribeStreamSummary", "StreamName", "events")
            .path("StreamDescriptionSummary");
    assertThat(stream.path("OpenShardCount").asInt()).isEqualTo(2);
    assertThat(stream.path("RetentionPeriodHours").asInt()).isEqualTo(48);
    assertThat(service(Protocol.S3).rest("HEAD", "/data", new byte[0])).isEqualTo(200);
    assertThat(call(Protocol.GLUE, "GetDatabase", "Name", "lake").path("Database").isObject())
        .isTrue();
    JsonNode queue = queueAttributes("work");
    assertThat(queue.path("VisibilityTimeout").asText()).isEqualTo("90");
    assertThat(queue.path("RedrivePolicy").asText()).contains(":dead");
    assertThat(
            call(Protocol.DYNAMODB, "DescribeTimeToLive", "TableName", "projects")
                .at("/TimeToLiveDescription/AttributeName")
                .asText())
        .isEqualTo("expires_at");
    assertThat(call(Protocol.DYNAMODB, "Scan", "TableName", "projects").path("Count").asInt())
        .isEqualTo(1);
    assertThat(progress.notices())
        .containsOnly("AWS::Athena::WorkGroup (1) is not known to the local cloud; no effect");
  }

  @Test
  void whatHasChangedInTheTemplateChangesAndTheDataStays() {
    String template =
        """
        {"Resources":{
          "Events":{"Type":"AWS::Kinesis::Stream","Properties":{"Name":"growing",
            "ShardCount":%d}},
          "Work":{"Type":"AWS::SQS::Queue","Properties":{"QueueName":"changing",
            "VisibilityTimeout":%d}},
          "Table":{"Type":"AWS::DynamoDB::Table","Properties":{"TableName":"indexed",
            "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},
              {"AttributeName":"sk","AttributeType":"S"}%s],
            "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},
              {"AttributeName":"sk","KeyType":"RANGE"}]%s}}}}
        """;
    provision(template.formatted(1, 30, "", ""));
    put("indexed");
    provision(
        template.formatted(
            2,
            60,
            ",{\"AttributeName\":\"email\",\"AttributeType\":\"S\"}",
            """
            ,"GlobalSecondaryIndexes":[{"IndexName":"by-email","KeySchema":[
              {"AttributeName":"email","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"},
              "WarmThroughput":{"ReadUnitsPerSecond":12000}}]
            """));

    assertThat(
            call(Protocol.KINESIS, "DescribeStreamSummary", "StreamName", "growing")
                .at("/StreamDescriptionSummary/OpenShardCount")
                .asInt())
        .isEqualTo(2);
    assertThat(queueAttributes("changing").path("VisibilityTimeout").asText()).isEqualTo("60");
    JsonNode table = call(Protocol.DYNAMODB, "DescribeTable", "TableName", "indexed").path("Table");
    assertThat(table.at("/GlobalSecondaryIndexes/0/IndexName").asText()).isEqualTo("by-email");
    assertThat(call(Protocol.DYNAMODB, "Scan", "TableName", "indexed").path("Count").asInt())
        .isEqualTo(1);
    assertThat(progress.notices()).isEmpty();
  }

  @Test
  void aTableWhoseKeysHaveChangedIsLeftAloneAndNamed() {
    String template =
        """
        {"Resources":{"Table":{"Type":"AWS::DynamoDB::Table","Properties":{"TableName":"keyed",
          "AttributeDefinitions":[{"AttributeName":"%1$s","AttributeType":"S"}],
          "KeySchema":[{"AttributeName":"%1$s","KeyType":"HASH"}]}}}}
        """;
    provision(template.formatted("a"));
    provision(template.formatted("b"));

    assertThat(progress.notices())
        .singleElement()
        .asString()
        .contains("Main/Table")
        .contains("remove the data directory");
  }

  private void provision(String template) {
    Templates templates =
        new Templates(
            Assembly.read(new TestingAssembly(directory).stack("Main", template).write()),
            Map.of(),
            Place.LOCAL,
            new LocalAttributes(
                new Addresses(
                    URI.create("http://127.0.0.1:1"),
                    service(Protocol.SQS).endpoint(),
                    _ -> URI.create("http://127.0.0.1:2")),
                new Secrets(DataDirectory.open(directory).file("secrets.json"), new Random(1))),
            progress);
    new Provisioner(emulators.services(), templates, progress).run();
  }

  private static void put(String table) {
    ObjectNode input = JsonNodeFactory.instance.objectNode().put("TableName", table);
    ObjectNode item = input.putObject("Item");
    item.putObject("pk").put("S", "p");
    item.putObject("sk").put("S", "s");
    service(Protocol.DYNAMODB).call("PutItem", input);
  }

  private static JsonNode queueAttributes(String name) {
    String url = call(Protocol.SQS, "GetQueueUrl", "QueueName", name).path("QueueUrl").asText();
    assertThat(url).isEqualTo(service(Protocol.SQS).endpoint() + "/000000000000/" + name);
    ObjectNode input = JsonNodeFactory.instance.objectNode().put("QueueUrl", url);
    input.putArray("AttributeNames").add("All");
    return service(Protocol.SQS).call("GetQueueAttributes", input).path("Attributes");
  }

  private static JsonNode call(Protocol protocol, String action, String name, String value) {
    return service(protocol).call(action, JsonNodeFactory.instance.objectNode().put(name, value));
  }

  private static AwsService service(Protocol protocol) {
    return emulators.services().get(protocol);
  }
}
