package dev.tenrec.assets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestConsole {
  private final AssetsSetting setting = new AssetsSetting("");

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/login", "/setup", "/project/1/insights/new", "/project/1/", "/index.html"})
  void everyPageIsTheConsoleAndAskedForAnew(String path) {
    HttpResponse response = setting.get(path);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text()).isEqualTo("<console/index.html>");
    assertThat(response.headers())
        .containsEntry("content-type", "text/html; charset=utf-8")
        .containsEntry("cache-control", "no-cache")
        .containsEntry("content-security-policy", "frame-ancestors 'self'")
        .doesNotContainKey("access-control-allow-origin");
  }

  @Test
  void filesWithAHashInTheirNameMayBeCachedForever() {
    HttpResponse response = setting.get("/assets/index-B9fEhFW6.js", "accept-encoding", "gzip, br");

    assertThat(response.text()).isEqualTo("<console/assets/index-B9fEhFW6.js.gzip>");
    assertThat(response.headers())
        .containsEntry("cache-control", "public, max-age=31536000, immutable")
        .containsEntry("content-type", "text/javascript; charset=utf-8");
  }

  @Test
  void otherFilesAreAskedForAnew() {
    HttpResponse response = setting.get("/favicon.svg");

    assertThat(response.headers())
        .containsEntry("cache-control", "no-cache")
        .containsEntry("content-type", "image/svg+xml");
    assertThat(setting.get("/favicon.svg", "if-none-match", "W/\"f1\"").status()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/index-OLD.js",
        "/robots.txt",
        "/flags/",
        "/decide",
        "/s/",
        "/api/x",
        "/i/v1/logs",
        "/console/index.html",
        "/dev/tenrec/assets/manifest.json"
      })
  void whatIsNeitherFileNorPageIsNotFound(String path) {
    HttpResponse response = setting.get(path);

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.text()).isEqualTo("Nothing is at " + path);
  }

  @Test
  void whatIsPostedWhereNobodyListensIsNotFoundAndReadableByPages() {
    HttpResponse response = setting.send("POST", "/flags/", Map.of());

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.headers()).containsEntry("access-control-allow-origin", "*");
  }
}
