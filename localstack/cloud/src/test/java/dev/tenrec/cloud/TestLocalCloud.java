package dev.tenrec.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.cloud.aws.AwsService;
import dev.tenrec.cloud.aws.Protocol;
import dev.tenrec.cloud.functions.InvocationResult;
import dev.tenrec.cloud.state.DirectoryInUseException;
import dev.tenrec.cloud.testing.SmallSystem;
import dev.tenrec.cloud.testing.TestingProgress;
import dev.tenrec.cloud.testing.TestingServices;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small system, whole, its functions inside this process. */
class TestLocalCloud {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path directory;
  private static final TestingProgress PROGRESS = new TestingProgress();
  private static LocalCloudSettings settings;
  private static LocalCloud cloud;

  @BeforeAll
  static void start() {
    settings =
        LocalCloudSettings.of(
                SmallSystem.write(directory.resolve("cdk.out")), directory.resolve("data"))
            .inProcess()
            .withParameter("File", directory.resolve("recorded").toString())
            .withParameter("Compute:Greeting", "welcome");
    cloud = LocalCloud.start(settings, PROGRESS);
  }

  @AfterAll
  static void stop() {
    cloud.stop();
  }

  @Test
  void theDistributionReachesTheFunctionThroughItsAlias() throws Exception {
    HttpResponse<String> response = send(cloud.front().resolve("/a?b=1"), "text/plain", "hi");

    JsonNode event = JSON.readTree(response.body());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("x-mirror")).contains("yes");
    assertThat(event.path("rawPath").asText()).isEqualTo("/a");
    assertThat(event.path("body").asText()).isEqualTo("hi");
    assertThat(event.at("/headers/host").asText())
        .isEqualTo(cloud.locations().functionUrls().get("Web").getAuthority());
  }

  @Test
  void aFunctionUrlAnswersOnItsOwn() throws Exception {
    HttpResponse<String> response =
        send(cloud.locations().functionUrls().get("Web"), "text/plain", "hi");

    assertThat(JSON.readTree(response.body()).path("headers").has("via")).isFalse();
  }

  @Test
  void aBodyThatIsTooLargeIsAnsweredAndNotBroken() throws Exception {
    String large = "x".repeat(7_000_000);

    assertThat(send(cloud.front(), "text/plain", large).statusCode()).isEqualTo(413);
    assertThat(send(cloud.front(), "text/plain", "small").statusCode()).isEqualTo(200);
  }

  @Test
  void theEnvironmentComesFromTheTemplatesOfBothStacks() {
    assertThat(invoke("env STREAM")).isEqualTo("State-Events");
    assertThat(invoke("env GREETING")).isEqualTo("welcome");
    assertThat(invoke("env AWS_ENDPOINT_URL_KINESIS"))
        .isEqualTo(cloud.locations().endpoints().get("kinesis").toString());
  }

  @Test
  void theStreamReachesTheFunctionThroughItsFilter() throws Exception {
    AwsService kinesis =
        TestingServices.service(Protocol.KINESIS, cloud.locations().endpoints().get("kinesis"));
    for (String data : List.of("{\"keep\":false}", "{\"keep\":true,\"n\":1}")) {
      kinesis.call(
          "PutRecord",
          JsonNodeFactory.instance
              .objectNode()
              .put("StreamName", "State-Events")
              .put("PartitionKey", "k")
              .put(
                  "Data",
                  Base64.getEncoder().encodeToString(data.getBytes(StandardCharsets.UTF_8))));
    }
    Path recorded = directory.resolve("recorded");
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (!Files.exists(recorded) && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }

    assertThat(Files.readString(recorded)).isEqualTo("{\"keep\":true,\"n\":1}\n");
  }

  @Test
  void functionsCanBeCalledThroughTheApiOfLambda() throws Exception {
    URI invocation =
        cloud.locations().lambda().resolve("/2015-03-31/functions/Obedient/invocations");

    assertThat(send(invocation, "text/plain", "echo hi").body()).isEqualTo("hi");
    HttpResponse<String> failed = send(invocation, "text/plain", "throw oh");
    assertThat(failed.headers().firstValue("x-amz-function-error")).contains("Unhandled");
    assertThat(JSON.readTree(failed.body()).path("errorMessage").asText()).isEqualTo("oh");
    assertThat(
            send(URI.create(invocation.toString().replace("Obedient", "Nobody")), "a/b", "")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void aServiceThatIsNotEmulatedIsNamed() throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(cloud.locations().lambda())
                    .header("x-amz-target", "Logs_20140328.PutLogEvents")
                    .header(
                        "authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/logs/aws4_request")
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(501);
    assertThat(PROGRESS.notices())
        .contains("logs is not emulated by the local cloud (Logs_20140328.PutLogEvents)");
  }

  @Test
  void whatHasNoPlaceHereIsNamed() {
    assertThat(PROGRESS.notices())
        .contains("Compute/Node: runtime \"nodejs22.x\" is not run here; left out");
  }

  @Test
  void outputsLeadHere() {
    assertThat(cloud.locations().outputs())
        .containsEntry("Compute.ConsoleUrl", cloud.front().toString());
  }

  @Test
  void aSecondOneOnTheSameDirectoryIsRefusedAndDisturbsNothing() {
    assertThatThrownBy(() -> LocalCloud.start(settings, new TestingProgress()))
        .isInstanceOf(DirectoryInUseException.class);
    assertThat(invoke("echo still here")).isEqualTo("still here");
  }

  @Test
  void aFunctionThatIsNotThereIsRefusedWithThoseThatAre() {
    assertThatThrownBy(() -> cloud.invoke("Nobody", new byte[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Nobody")
        .hasMessageContaining("Recorder");
  }

  private static String invoke(String event) {
    InvocationResult result = cloud.invoke("Obedient", event.getBytes(StandardCharsets.UTF_8));
    return new String(((InvocationResult.Answer) result).payload(), StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> send(URI uri, String type, String body)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(uri)
              .header("content-type", type)
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
