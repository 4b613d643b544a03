package dev.tenrec.assets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestScripts {
  private final AssetsSetting setting = new AssetsSetting("");

  @Test
  void aScriptIsServedToEveryOrigin() {
    HttpResponse response = setting.get("/static/array.js");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text()).isEqualTo("<static/array.js>");
    assertThat(response.headers())
        .containsEntry("content-type", "text/javascript; charset=utf-8")
        .containsEntry("access-control-allow-origin", "*")
        .containsEntry("cache-control", "public, max-age=3600, stale-while-revalidate=86400")
        .containsEntry("etag", "W/\"a1\"")
        .containsEntry("vary", "Accept-Encoding")
        .doesNotContainKey("content-encoding");
  }

  @Test
  void aVersionedScriptMayBeCachedForever() {
    HttpResponse response = setting.get("/static/1.449.2/surveys.js");

    assertThat(response.text()).isEqualTo("<static/surveys.js>");
    assertThat(response.headers())
        .containsEntry("cache-control", "public, max-age=31536000, immutable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/static/toolbar.js",
        "/static/1.0.0/array.js",
        "/static/",
        "/static/../console/index.html",
        "/static/array.js.br",
        "/static//array.js"
      })
  void whatIsNotPackedIsNotFoundAndSaysWhatIs(String path) {
    HttpResponse response = setting.get(path);

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.text()).endsWith("here are those of posthog-js 1.449.2");
    assertThat(response.headers()).containsEntry("access-control-allow-origin", "*");
  }

  @ParameterizedTest
  @CsvSource({
    "'gzip, deflate, br', br",
    "'gzip', gzip",
    "'GZIP;q=0.8', gzip",
    "'br;q=0, gzip', gzip",
    "'br;q=0.0, gzip;q=0', none",
    "'identity', none",
    "'', none",
    "'brotli', none",
  })
  void theSmallestFormThatTheClientAcceptsIsSent(String accepted, String sent) {
    HttpResponse response = setting.get("/static/array.js", "accept-encoding", accepted);

    if (sent.equals("none")) {
      assertThat(response.headers()).doesNotContainKey("content-encoding");
      assertThat(response.text()).isEqualTo("<static/array.js>");
    } else {
      assertThat(response.headers()).containsEntry("content-encoding", sent);
      assertThat(response.text()).isEqualTo("<static/array.js." + sent + ">");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"W/\"a1\"", "\"a1\"", "\"x\", W/\"a1\"", "*"})
  void whatTheClientHasIsNotSentAgain(String known) {
    HttpResponse response = setting.get("/static/array.js", "if-none-match", known);

    assertThat(response.status()).isEqualTo(304);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers())
        .containsEntry("etag", "W/\"a1\"")
        .containsEntry("cache-control", "public, max-age=3600, stale-while-revalidate=86400")
        .containsEntry("access-control-allow-origin", "*")
        .doesNotContainKey("content-encoding");
  }

  @Test
  void whatTheClientHasOfAnotherVersionIsSent() {
    assertThat(setting.get("/static/array.js", "if-none-match", "W/\"a0\"").status())
        .isEqualTo(200);
  }

  @Test
  void aHeadHasTheHeadersOnly() {
    HttpResponse response = setting.send("HEAD", "/static/array.js", Map.of());

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers()).containsEntry("etag", "W/\"a1\"");
  }

  @Test
  void aPreflightIsAllowed() {
    HttpResponse response = setting.send("OPTIONS", "/static/array.js", Map.of());

    assertThat(response.status()).isEqualTo(204);
    assertThat(response.headers())
        .containsEntry("access-control-allow-origin", "*")
        .containsEntry("access-control-allow-methods", "GET, HEAD, OPTIONS");
  }
}
