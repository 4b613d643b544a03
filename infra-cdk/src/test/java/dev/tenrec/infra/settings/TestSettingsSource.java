package dev.tenrec.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.App;

class TestSettingsSource {
  private static final String ALL =
      """
      {
        "name": "mine",
        "account": "123456789012",
        "region": "eu-central-1",
        "memory": {"query": 6144},
        "retention": {"streamHours": 48, "logDays": 90},
        "streams": {"layout": "separate", "shards": 3, "ingestParallelism": 2},
        "freshness": {"lakeSeconds": 60},
        "products": [],
        "captureConcurrency": 50,
        "domain": {
          "name": "events.example.com",
          "certificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/0f3c",
          "hostedZoneId": "Z1"
        },
        "alarmEmail": "owner@example.com"
      }\
      """;

  @TempDir Path directory;

  @Test
  void withoutAnySettingTheDefaultsHold() {
    assertThat(read(Map.of())).isEqualTo(Settings.DEFAULTS);
  }

  @Test
  void everySettingCanBeGiven() {
    Settings settings = read(Map.of("tenrec", ALL));
    assertThat(settings.name()).isEqualTo("mine");
    assertThat(settings.account()).contains("123456789012");
    assertThat(settings.region()).contains("eu-central-1");
    assertThat(settings.memory().query()).isEqualTo(6144);
    assertThat(settings.memory().capture()).isEqualTo(Memory.DEFAULTS.capture());
    assertThat(settings.retention()).isEqualTo(new Retention(48, 14, 1, 90));
    assertThat(settings.streaming()).isEqualTo(new Streaming(Streaming.Layout.SEPARATE, 3, 2));
    assertThat(settings.freshness())
        .isEqualTo(
            new Freshness(Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(30)));
    assertThat(settings.products()).isEmpty();
    assertThat(settings.captureConcurrency()).contains(50);
    assertThat(settings.domain().orElseThrow().hostedZoneId()).contains("Z1");
    assertThat(settings.alarmEmail()).contains("owner@example.com");
  }

  @Test
  void theContextMayBeAnObjectAsInCdkJson() {
    Settings settings =
        read(Map.of("tenrec", Map.of("name", "mine", "products", List.of("flags"))));
    assertThat(settings.name()).isEqualTo("mine");
    assertThat(settings.products()).containsExactly(Product.FLAGS);
  }

  @Test
  void theContextMayNameAFile() throws IOException {
    Files.writeString(directory.resolve("production.json"), ALL);
    assertThat(read(Map.of("tenrec", "production.json")).name()).isEqualTo("mine");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    refused("nowhere.json", "\"nowhere.json\"", "no such file");
  }

  @Test
  void tenrecJsonOfTheWorkingDirectoryIsReadUnlessTheContextSaysOtherwise() throws IOException {
    Files.writeString(directory.resolve("tenrec.json"), "{\"name\": \"from-file\"}");
    assertThat(read(Map.of()).name()).isEqualTo("from-file");
    assertThat(read(Map.of("tenrec", "{}")).name()).isEqualTo("tenrec");
  }

  @Test
  void freshnessAloneCanBeReplaced() {
    Settings settings = read(Map.of("tenrec", ALL, "tenrec.freshness", "local"));
    assertThat(settings.freshness()).isEqualTo(Freshness.LOCAL);
    assertThat(settings.name()).isEqualTo("mine");
    assertThatThrownBy(() -> read(Map.of("tenrec.freshness", "warm")))
        .isInstanceOf(SettingsException.class)
        .hasMessage("freshness is \"warm\": choose one of: local, standard");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"nam": "x"}                       | nam is not a setting: use one of: account, alarmEmail
          {"memory": {"capturee": 1}}        | memory.capturee is not a setting: use one of: api
          {"memory": 5}                      | memory is 5: give a JSON object
          {"memory": {"query": "big"}}       | memory.query is "big": give a whole number
          {"memory": {"query": 10.5}}        | memory.query is 10.5: give a whole number
          {"memory": {"query": 99999999999}} | memory.query is 99999999999: give a whole number
          {"memory": {"query": 20}}          | memory.query is 20 MB: choose
          {"account": 123456789012}          | account is 123456789012: give a JSON string
          {"products": "analytics"}          | products is "analytics": give a JSON array
          {"products": ["surveys"]}          | products is "surveys": choose one of: analytics, flags, replay, errors, workflows
          {"streams": {"layout": "two"}}     | streams.layout is "two": choose one of: shared, separate
          {"freshness": {"lakeSeconds": -1}} | freshness.lakeWindow is PT-1S: Lambda waits
          {"domain": {"name": "a.example"}}  | domain.certificateArn is "": give the ARN
          """)
  void whatCannotWorkIsNamedWithItsCure(String json, String message) {
    refused(json, "The context value tenrec: " + message);
  }

  @Test
  void whatIsNotJsonIsSaidWithTheLine() {
    refused("{\n  \"name\": mine\n}", "The context value tenrec is not JSON", "line 2");
  }

  private Settings read(Map<String, Object> context) {
    App app = App.Builder.create().context(context).build();
    return new SettingsSource(directory).read(app.getNode());
  }

  private void refused(String context, String... parts) {
    assertThatThrownBy(() -> read(Map.of("tenrec", context)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContainingAll(parts);
  }
}
