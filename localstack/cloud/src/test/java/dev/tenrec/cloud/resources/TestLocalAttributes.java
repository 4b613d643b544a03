package dev.tenrec.cloud.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.cloud.state.DataDirectory;
import dev.tenrec.cloud.template.Assembly;
import dev.tenrec.cloud.template.Place;
import dev.tenrec.cloud.template.Templates;
import dev.tenrec.cloud.testing.TestingAssembly;
import dev.tenrec.cloud.testing.TestingProgress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestLocalAttributes {
  private static final String RESOURCES =
      """
      "Stream":{"Type":"AWS::Kinesis::Stream"},
      "Named":{"Type":"AWS::Kinesis::Stream","Properties":{"Name":"events"}},
      "Data":{"Type":"AWS::S3::Bucket"},
      "Table":{"Type":"AWS::DynamoDB::GlobalTable"},
      "Queue":{"Type":"AWS::SQS::Queue"},
      "Fifo":{"Type":"AWS::SQS::Queue","Properties":{"FifoQueue":true}},
      "Db":{"Type":"AWS::Glue::Database","Properties":{"DatabaseInput":{"Name":"lake"}}},
      "Fn":{"Type":"AWS::Lambda::Function"},
      "Version":{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":{"Ref":"Fn"}}},
      "Live":{"Type":"AWS::Lambda::Alias","Properties":{"FunctionName":{"Ref":"Fn"},
        "Name":"live"}},
      "Url":{"Type":"AWS::Lambda::Url","Properties":{"TargetFunctionArn":{"Ref":"Live"}}},
      "Role":{"Type":"AWS::IAM::Role"},
      "Logs":{"Type":"AWS::Logs::LogGroup"},
      "Edge":{"Type":"AWS::CloudFront::Distribution"},
      "Config":{"Type":"AWS::SSM::Parameter","Properties":{"Name":"/a","Value":"v"}},
      "Secret":{"Type":"AWS::SecretsManager::Secret","Properties":{
        "GenerateSecretString":{"PasswordLength":20}}},
      "User":{"Type":"AWS::SecretsManager::Secret","Properties":{"GenerateSecretString":{
        "SecretStringTemplate":"{\\"name\\":\\"ada\\"}","GenerateStringKey":"password"}}},
      "Lock":{"Type":"AWS::KMS::Key"},
      "Web":{"Type":"AWS::WAFv2::WebACL"}
      """;

  @TempDir Path directory;
  private final TestingProgress progress = new TestingProgress();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"Ref":"Stream"}                           | Main-Stream
          {"Ref":"Named"}                            | events
          {"Fn::GetAtt":["Named","Arn"]}             | arn:aws:kinesis:us-east-1:000000000000:stream/events
          {"Ref":"Data"}                             | main-data
          {"Fn::GetAtt":["Data","Arn"]}              | arn:aws:s3:::main-data
          {"Ref":"Table"}                            | Main-Table
          {"Fn::GetAtt":["Table","Arn"]}             | arn:aws:dynamodb:us-east-1:000000000000:table/Main-Table
          {"Ref":"Queue"}                            | http://127.0.0.1:9/000000000000/Main-Queue
          {"Fn::GetAtt":["Queue","Arn"]}             | arn:aws:sqs:us-east-1:000000000000:Main-Queue
          {"Fn::GetAtt":["Queue","QueueName"]}       | Main-Queue
          {"Fn::GetAtt":["Fifo","QueueName"]}        | Main-Fifo.fifo
          {"Ref":"Db"}                               | lake
          {"Ref":"Fn"}                               | Main-Fn
          {"Fn::GetAtt":["Fn","Arn"]}                | arn:aws:lambda:us-east-1:000000000000:function:Main-Fn
          {"Ref":"Version"}                          | arn:aws:lambda:us-east-1:000000000000:function:Main-Fn:1
          {"Fn::GetAtt":["Version","Version"]}       | 1
          {"Ref":"Live"}                             | arn:aws:lambda:us-east-1:000000000000:function:Main-Fn:live
          {"Fn::GetAtt":["Url","FunctionUrl"]}       | http://127.0.0.1:7/
          {"Fn::GetAtt":["Role","Arn"]}              | arn:aws:iam::000000000000:role/Main-Role
          {"Fn::GetAtt":["Logs","Arn"]}              | arn:aws:logs:us-east-1:000000000000:log-group:Main-Logs:*
          {"Fn::GetAtt":["Edge","DomainName"]}       | 127.0.0.1:8010
          {"Fn::GetAtt":["Config","Value"]}          | v
          "x{{resolve:ssm:/a:1}}"                    | xv
          {"Fn::GetAtt":["Lock","Arn"]}              | arn:aws:kms:us-east-1:000000000000:key/Main-Lock
          {"Fn::GetAtt":["Web","Arn"]}               | arn:aws:wafv2:us-east-1:000000000000:webacl/Main-Web
          """)
  void aReferenceStandsFor(String reference, String value) {
    assertThat(resolve(reference)).isEqualTo(value);
    assertThat(progress.notices()).isEmpty();
  }

  @Test
  void aSecretIsMadeOnceAndKept() {
    String reference =
        "{\"Fn::Join\":[\"\",[\"{{resolve:secretsmanager:\",{\"Ref\":\"Secret\"},"
            + "\":SecretString:::}}\"]]}";

    String first = resolve(reference);

    assertThat(first).matches("[A-Za-z0-9]{20}");
    assertThat(resolve(reference)).isEqualTo(first);
  }

  @Test
  void aFieldOfASecretIsFound() {
    String reference = "\"{{resolve:secretsmanager:Main-User:SecretString:%s::}}\"";

    assertThat(resolve(reference.formatted("name"))).isEqualTo("ada");
    assertThat(resolve(reference.formatted("password"))).matches("[A-Za-z0-9]{32}");
  }

  @Test
  void anAttributeThatIsNotKnownIsNotMadeUp() {
    assertThat(resolve("{\"Fn::GetAtt\":[\"Data\",\"WebsiteURL\"]}")).isEmpty();
    assertThat(progress.notices()).singleElement().asString().contains("Data.WebsiteURL");
  }

  private String resolve(String reference) {
    String template =
        "{\"Resources\":{%s,\"Subject\":{\"Type\":\"Subject\",\"Properties\":{\"It\":%s}}}}"
            .formatted(RESOURCES, reference);
    Templates templates =
        new Templates(
            Assembly.read(new TestingAssembly(directory).stack("Main", template).write()),
            Map.of(),
            Place.LOCAL,
            new LocalAttributes(
                new Addresses(
                    URI.create("http://127.0.0.1:8010"),
                    URI.create("http://127.0.0.1:9"),
                    _ -> URI.create("http://127.0.0.1:7")),
                new Secrets(
                    DataDirectory.open(directory).file("secrets.json"),
                    new Random(System.nanoTime()))),
            progress);
    return templates
        .property(templates.resources("Subject").getFirst(), "It")
        .map(value -> value.asText())
        .orElse("");
  }
}
