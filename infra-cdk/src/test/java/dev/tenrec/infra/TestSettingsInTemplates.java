package dev.tenrec.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenrec.infra.settings.Domain;
import dev.tenrec.infra.settings.Freshness;
import dev.tenrec.infra.settings.Memory;
import dev.tenrec.infra.settings.Retention;
import dev.tenrec.infra.settings.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestSettingsInTemplates {
  /** Everything other than the defaults. */
  static final Settings OTHER =
      Settings.DEFAULTS
          .named("tenrec-staging")
          .in("123456789012", "eu-central-1")
          .with(new Memory(512, 512, 1024, 512, 2048, 512, 10_240, 768, 640, 896, 1280, 256))
          .with(new Retention(24 * 30, 40, 2, 7))
          .with(
              new Freshness(Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofSeconds(120)))
          .cappingCapture(20)
          .alarming("owner@example.com")
          .with(
              new Domain(
                  "events.example.com",
                  "arn:aws:acm:us-east-1:123456789012:certificate/0123",
                  Optional.of("Z123")));

  private final Synthesis other = Synthesis.of(OTHER);

  @Test
  void theStacksAreNamedAfterTheInstallationAndGoToItsAccountAndRegion() throws IOException {
    JsonNode artifacts =
        new ObjectMapper()
            .readTree(other.directory().resolve("manifest.json").toFile())
            .path("artifacts");
    assertThat(artifacts.at("/tenrec-staging-state/environment").asText())
        .isEqualTo("aws://123456789012/eu-central-1");
    assertThat(artifacts.at("/tenrec-staging-compute/environment").asText())
        .isEqualTo("aws://123456789012/eu-central-1");
  }

  @Test
  void sizesReachTheirFunctions() {
    assertThat(memory("Capture")).isEqualTo(512);
    assertThat(memory("Ingest")).isEqualTo(512);
    assertThat(memory("Lake")).isEqualTo(1024);
    assertThat(memory("Commit")).isEqualTo(512);
    assertThat(memory("Maintenance")).isEqualTo(2048);
    assertThat(memory("Api")).isEqualTo(512);
    assertThat(memory("Query")).isEqualTo(10_240);
    assertThat(memory("Flags")).isEqualTo(768);
    assertThat(memory("Workflows")).isEqualTo(640);
    assertThat(memory("Replay")).isEqualTo(896);
    assertThat(memory("Errors")).isEqualTo(1280);
    assertThat(memory("Assets")).isEqualTo(256);
  }

  @Test
  void retentionReachesStreamBucketAndLogs() {
    assertThat(
            other
                .state()
                .properties("AWS::Kinesis::Stream")
                .get("StreamsCaptured")
                .path("RetentionPeriodHours")
                .asInt())
        .isEqualTo(720);
    assertThat(
            other
                .state()
                .properties("AWS::S3::Bucket")
                .get("DataBucket")
                .at("/LifecycleConfiguration/Rules")
                .findValuesAsText("ExpirationInDays"))
        .containsExactly("40", "2", "30");
    assertThat(other.compute().properties("AWS::Logs::LogGroup").values())
        .allMatch(group -> group.path("RetentionInDays").asInt() == 7);
  }

  @Test
  void windowsReachTheirMappings() {
    assertThat(window("IngestCapturedMapping")).isEqualTo(2);
    assertThat(window("LakeProcessedMapping")).isEqualTo(60);
    assertThat(window("CommitMapping")).isEqualTo(120);
  }

  private int memory(String name) {
    return other
        .compute()
        .properties("AWS::Lambda::Function")
        .get(name + "Function")
        .path("MemorySize")
        .asInt();
  }

  private int window(String mapping) {
    return other
        .compute()
        .properties("AWS::Lambda::EventSourceMapping")
        .get(mapping)
        .path("MaximumBatchingWindowInSeconds")
        .asInt();
  }
}
