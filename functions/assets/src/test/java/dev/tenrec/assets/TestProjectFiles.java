package dev.tenrec.assets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenrec.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestProjectFiles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final AssetsSetting setting = new AssetsSetting("");

  @Test
  void theConfigurationSaysWhatIsThere() throws Exception {
    HttpResponse response = setting.get("/array/phc_shop/config");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers())
        .containsEntry("content-type", "application/json")
        .containsEntry("access-control-allow-origin", "*")
        .containsEntry("cache-control", "public, max-age=60, stale-while-revalidate=300");
    assertThat(JSON.readTree(response.body()))
        .isEqualTo(
            JSON.readTree(
                """
                {"token":"phc_shop","supportedCompression":["gzip","gzip-js"],
                 "hasFeatureFlags":false,"captureDeadClicks":false,"capturePerformance":false,
                 "autocapture_opt_out":false,"autocaptureExceptions":false,
                 "analytics":{"endpoint":"/i/v0/e/"},"elementsChainAsString":true,
                 "errorTracking":{"autocaptureExceptions":false,"suppressionRules":[]},
                 "logs":{"captureConsoleLogs":false},"sessionRecording":false,"heatmaps":false,
                 "conversations":false,"surveys":false,"productTours":false,
                 "defaultIdentifiedOnly":true,"siteApps":[]}\
                """));
  }

  @Test
  void installedProductsAreSwitchedOn() throws Exception {
    AssetsSetting full = new AssetsSetting("flags, replay,surveys,heatmaps,errors,,warehouse");

    JsonNode config = JSON.readTree(full.get("/array/phc_shop/config").body());

    assertThat(config.get("hasFeatureFlags").booleanValue()).isTrue();
    assertThat(config.get("surveys").booleanValue()).isTrue();
    assertThat(config.get("heatmaps").booleanValue()).isTrue();
    assertThat(config.get("autocaptureExceptions").booleanValue()).isFalse();
    assertThat(config.get("sessionRecording").booleanValue()).isFalse();
  }

  @Test
  void browsersReportExceptionsWhereTheProjectWantsThemAndTheProductIsThere() throws Exception {
    String path = "/array/phc_recorded/config";
    JsonNode config = JSON.readTree(new AssetsSetting("errors").get(path).body());
    assertThat(config.get("autocaptureExceptions").booleanValue()).isTrue();
    assertThat(config.at("/errorTracking/autocaptureExceptions").booleanValue()).isTrue();
    JsonNode without = JSON.readTree(new AssetsSetting("flags").get(path).body());
    assertThat(without.get("autocaptureExceptions").booleanValue()).isFalse();
  }

  @Test
  void sessionsAreRecordedAsTheProjectSays() throws Exception {
    AssetsSetting full = new AssetsSetting("replay");

    JsonNode config = JSON.readTree(full.get("/array/phc_recorded/config").body());

    assertThat(config.at("/capturePerformance/network_timing").booleanValue()).isTrue();
    assertThat(config.get("sessionRecording"))
        .isEqualTo(
            JSON.readTree(
                """
                {"endpoint":"/s/","consoleLogRecordingEnabled":true,"recorderVersion":"v2",
                 "sampleRate":"0.5","minimumDurationMilliseconds":2000,"linkedFlag":null,
                 "networkPayloadCapture":{"recordHeaders":true,"recordBody":false},
                 "masking":{"maskAllInputs":true,"maskTextSelector":"*"},"urlTriggers":[],
                 "urlBlocklist":[],"eventTriggers":[],"triggerMatchType":null,
                 "scriptConfig":{"script":"posthog-recorder"},"recordCanvas":false,
                 "canvasFps":null,"canvasQuality":null,"version":1}\
                """));
    assertThat(setting.get("/array/phc_recorded/config").text())
        .contains("\"sessionRecording\":false", "\"capturePerformance\":false");
  }

  @Test
  void theScriptHoldsTheConfigurationWhereTheSdkLooks() throws Exception {
    HttpResponse response = setting.get("/array/phc_shop/config.js");

    assertThat(response.headers()).containsEntry("content-type", "text/javascript; charset=utf-8");
    String config = JSON.readTree(setting.get("/array/phc_shop/config").body()).toString();
    assertThat(response.text())
        .isEqualTo(
            "(function(){var all=window._POSTHOG_REMOTE_CONFIG=window._POSTHOG_REMOTE_CONFIG||{};"
                + "all[\"phc_shop\"]={config:"
                + config
                + ",siteApps:[]}})();\n");
  }

  @Test
  void theProjectsSdkIsTheSdkWithTheConfigurationBeforeIt() {
    assertThat(setting.get("/array/phc_shop/array.js").text())
        .isEqualTo(setting.get("/array/phc_shop/config.js").text() + "<static/array.js>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"config", "config.js", "array.js"})
  void whatTheClientHasIsNotSentAgain(String file) {
    HttpResponse first = setting.get("/array/phc_shop/" + file);
    String etag = first.headers().get("etag");

    HttpResponse again = setting.get("/array/phc_shop/" + file, "if-none-match", etag);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers()).containsEntry("etag", etag);

    AssetsSetting changed = new AssetsSetting("flags");
    assertThat(changed.get("/array/phc_shop/" + file, "if-none-match", etag).status())
        .isEqualTo(200);
  }

  @Test
  void itIsCompressedForWhoAcceptsIt() throws Exception {
    HttpResponse response = setting.get("/array/phc_shop/array.js", "accept-encoding", "br, gzip");

    assertThat(response.headers()).containsEntry("content-encoding", "gzip");
    assertThat(
            new String(
                new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes(),
                UTF_8))
        .isEqualTo(setting.get("/array/phc_shop/array.js").text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/array/phc shop/config", "/array/a.b/config", "/array//config.js"})
  void aMalformedTokenIsRefused(String path) {
    HttpResponse response = setting.get(path);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text()).isEqualTo("Invalid token");
  }

  @Test
  void theLongestTokenHasTwoHundredCharacters() {
    assertThat(setting.get("/array/" + "x".repeat(200) + "/config").status()).isEqualTo(404);
    assertThat(setting.get("/array/" + "x".repeat(201) + "/config").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/array/phc_nobody/config", "/array/phc_shop/other.js", "/array/x"})
  void whatIsNotThereIsNotFound(String path) {
    assertThat(setting.get(path).status()).isEqualTo(404);
    assertThat(setting.get(path).headers()).containsEntry("access-control-allow-origin", "*");
  }

  @Test
  void aTrailingSlashDoesNotMatter() {
    assertThat(setting.get("/array/phc_shop/config/").status()).isEqualTo(200);
  }
}
