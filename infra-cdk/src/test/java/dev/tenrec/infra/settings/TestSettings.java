package dev.tenrec.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestSettings {
  private static final String CERTIFICATE =
      "arn:aws:acm:us-east-1:123456789012:certificate/0f3c-11";

  @Test
  void theDefaultsAreTheSmallestBill() {
    assertThat(Settings.DEFAULTS.streaming())
        .isEqualTo(new Streaming(Streaming.Layout.SHARED, 1, 1));
    assertThat(Settings.DEFAULTS.retention().streamHours()).isEqualTo(24);
    assertThat(Settings.DEFAULTS.captureConcurrency()).isEmpty();
    assertThat(Settings.DEFAULTS.has(Product.ANALYTICS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"te", "tenrec", "tenrec-2", "a-name-of-thirty-two-characters1"})
  void namesThatCloudFormationAndGlueTakeAreTaken(String name) {
    assertThat(Settings.DEFAULTS.named(name).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "t",
        "Tenrec",
        "2tenrec",
        "tenrec-",
        "ten_rec",
        "ten rec",
        "a-name-of-thirty-three-characters"
      })
  void otherNamesAreRefusedWithAnExample(String name) {
    refused(() -> Settings.DEFAULTS.named(name), "name is \"" + name + "\"", "such as tenrec");
  }

  @Test
  void accountAndRegionMustLookLikeOnes() {
    refused(() -> Settings.DEFAULTS.in("12345", "eu-west-1"), "account is \"12345\"", "12 digits");
    refused(
        () -> Settings.DEFAULTS.in("123456789012", "Ireland"),
        "region is \"Ireland\"",
        "eu-central-1");
    assertThat(Settings.DEFAULTS.in("123456789012", "us-gov-west-1").region())
        .contains("us-gov-west-1");
  }

  @Test
  void memoryMustBeWhatLambdaHas() {
    refused(
        () -> new Memory(1024, 1024, 1024, 1024, 1024, 1024, 20_000, 1024, 1024, 1024, 1024, 512),
        "memory.query is 20000 MB",
        "256 to 10240");
    refused(
        () -> new Memory(128, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 512),
        "memory.capture is 128 MB",
        "256 to 10240");
  }

  @Test
  void aRecordNeverOutlivesTheBodyItPointsTo() {
    refused(
        () -> new Retention(48, 2, 1, 30),
        "retention.claimDays is 2",
        "retention.streamHours (48)",
        "at least 3 days");
    assertThat(new Retention(48, 3, 1, 30).claimDays()).isEqualTo(3);
  }

  @Test
  void retentionMustBeWhatTheServicesKnow() {
    refused(() -> new Retention(12, 14, 1, 30), "retention.streamHours is 12", "24 to 8760");
    refused(() -> new Retention(9000, 400, 1, 30), "retention.streamHours is 9000", "24 to 8760");
    refused(() -> new Retention(24, 14, 0, 30), "retention.resultDays is 0", "1 to 30");
    refused(() -> new Retention(24, 14, 1, 31), "retention.logDays is 31", "30, 60, 90");
  }

  @Test
  void windowsAreWholeSecondsUpToFiveMinutes() {
    refused(
        () -> windows(Duration.ofMillis(500)), "freshness.lakeWindow is PT0.5S", "0 to 300 whole");
    refused(() -> windows(Duration.ofSeconds(301)), "freshness.lakeWindow is PT5M1S", "0 to 300");
    refused(() -> windows(Duration.ofSeconds(-1)), "freshness.lakeWindow is PT-1S", "0 to 300");
    assertThat(windows(Duration.ofMinutes(5)).lakeWindow()).hasMinutes(5);
  }

  @Test
  void freshnessHasTwoPresets() {
    assertThat(Freshness.LOCAL.lakeWindow()).hasSeconds(3);
    assertThat(Freshness.STANDARD.lakeWindow()).hasSeconds(30);
    assertThat(Freshness.LOCAL.ingestWindow()).isEqualTo(Freshness.STANDARD.ingestWindow());
  }

  @Test
  void streamsHaveShardsAndParallelismWithinLimits() {
    refused(() -> new Streaming(Streaming.Layout.SHARED, 0, 1), "streams.shards is 0", "1 to 500");
    refused(
        () -> new Streaming(Streaming.Layout.SHARED, 1, 11),
        "streams.ingestParallelism is 11",
        "1 to 10");
  }

  @Test
  void aDomainIsAHostNameWithACertificateWhereCloudFrontLooks() {
    refused(
        () -> new Domain("https://events.example.com", CERTIFICATE, Optional.empty()),
        "domain.name is \"https://events.example.com\"",
        "without https://");
    refused(
        () ->
            new Domain(
                "events.example.com",
                CERTIFICATE.replace("us-east-1", "eu-west-1"),
                Optional.empty()),
        "domain.certificateArn is \"arn:aws:acm:eu-west-1:",
        "in us-east-1");
    assertThat(new Domain("events.example.com", CERTIFICATE, Optional.of("Z1")).hostedZoneId())
        .contains("Z1");
  }

  @Test
  void aCapIsAtLeastOneAndAnAddressHasAnAt() {
    refused(() -> Settings.DEFAULTS.cappingCapture(0), "captureConcurrency is 0", "at least 1");
    refused(() -> Settings.DEFAULTS.alarming("owner"), "alarmEmail is \"owner\"", "e-mail");
  }

  @Test
  void eachChangeLeavesTheRestAsItWas() {
    Settings changed =
        Settings.DEFAULTS
            .named("mine")
            .with(Freshness.LOCAL)
            .with(Set.of())
            .alarming("owner@example.com");
    assertThat(changed.name()).isEqualTo("mine");
    assertThat(changed.freshness()).isEqualTo(Freshness.LOCAL);
    assertThat(changed.products()).isEmpty();
    assertThat(changed.alarmEmail()).contains("owner@example.com");
    assertThat(changed.memory()).isEqualTo(Settings.DEFAULTS.memory());
    assertThat(changed.retention()).isEqualTo(Settings.DEFAULTS.retention());
  }

  private static Freshness windows(Duration lake) {
    return new Freshness(Duration.ofSeconds(1), lake, Duration.ofSeconds(1));
  }

  private static void refused(ThrowingCallable attempt, String... parts) {
    assertThatThrownBy(attempt)
        .isInstanceOf(SettingsException.class)
        .hasMessageContainingAll(parts);
  }
}
