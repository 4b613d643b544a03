package com.example.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenrec.infra.Flags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;

class TestAnalyticsApp {
  // The shortest zip there is: no entry, only its end.
  private static final byte[] EMPTY_ZIP = HexFormat.of().parseHex("504b0506" + "00".repeat(18));

  @TempDir static Path directory;

  @BeforeAll
  static void synthesize() throws IOException {
    Path zip = Files.write(directory.resolve("function.zip"), EMPTY_ZIP);
    App app =
        App.Builder.create()
            .context(Flags.all())
            .outdir(directory.resolve("cdk.out").toString())
            .build();
    AnalyticsApp.build(app, _ -> zip);
    app.synth();
  }

  @Test
  void theStreamKeepsRecordsForAWeek() throws IOException {
    assertThat(properties("acme-state", "AWS::Kinesis::Stream"))
        .extracting(stream -> stream.path("RetentionPeriodHours").asInt())
        .containsExactly(168);
  }

  @Test
  void theCounterReadsTheExceptionsOfTheStreamThatTenrecWrites() throws IOException {
    List<JsonNode> mappings = properties("acme-exceptions", "AWS::Lambda::EventSourceMapping");
    assertThat(mappings).hasSize(1);
    JsonNode mapping = mappings.getFirst();
    assertThat(mapping.at("/FilterCriteria/Filters/0/Pattern").asText())
        .isEqualTo("{\"data\":{\"kind\":[\"exceptions\"],\"stage\":[\"processed\"]}}");
    assertThat(mapping.at("/EventSourceArn/Fn::ImportValue").asText())
        .startsWith("acme-state:")
        .contains("StreamsCaptured");
  }

  @Test
  void theCounterIsAFunctionLikeTenrecsOwn() throws IOException {
    JsonNode counter = properties("acme-exceptions", "AWS::Lambda::Function").getFirst();
    assertThat(counter.path("Handler").asText())
        .isEqualTo("com.example.analytics.ExceptionCounter");
    assertThat(counter.path("Runtime").asText()).isEqualTo("java25");
    assertThat(counter.path("FunctionName").asText()).isEqualTo("acme-exception-counter");
  }

  @Test
  void theCounterMayReadAndNothingMore() throws IOException {
    List<String> actions = new ArrayList<>();
    for (JsonNode policy : properties("acme-exceptions", "AWS::IAM::Policy")) {
      policy
          .at("/PolicyDocument/Statement")
          .forEach(
              statement -> {
                JsonNode action = statement.path("Action");
                if (action.isArray()) {
                  action.forEach(one -> actions.add(one.asText()));
                } else {
                  actions.add(action.asText());
                }
              });
    }
    assertThat(actions)
        .contains("kinesis:GetRecords", "s3:GetObject")
        .noneMatch(action -> action.matches("(kinesis|s3):Put.*|dynamodb:.*|glue:.*"));
  }

  private static List<JsonNode> properties(String stack, String type) throws IOException {
    List<JsonNode> found = new ArrayList<>();
    new ObjectMapper()
        .readTree(directory.resolve("cdk.out").resolve(stack + ".template.json").toFile())
        .path("Resources")
        .forEach(
            resource -> {
              if (resource.path("Type").asText().equals(type)) {
                found.add(resource.path("Properties"));
              }
            });
    return found;
  }
}
