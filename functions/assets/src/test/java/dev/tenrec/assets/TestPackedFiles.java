package dev.tenrec.assets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.brotli.dec.BrotliInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the build packed, compared with what the SDK's makers published. */
class TestPackedFiles {
  private final PackedFiles files = PackedFiles.load();

  @Test
  void everyScriptThatTheSdkLoadsByNameIsThere() {
    for (String kind :
        List.of(
            "array",
            "array.full",
            "array.full.es5",
            "array.no-external",
            "conversations",
            "crisp-chat-integration",
            "dead-clicks-autocapture",
            "exception-autocapture",
            "external-scripts-loader",
            "intercom-integration",
            "lazy-recorder",
            "loader",
            "loader-bootstrap",
            "logs",
            "posthog-recorder",
            "product-tours",
            "recorder",
            "recorder-v2",
            "surveys",
            "tracing-headers",
            "web-vitals",
            "web-vitals-soft-navs",
            "web-vitals-with-attribution",
            "web-vitals-with-attribution-soft-navs")) {
      assertThat(files.find("static/" + kind + ".js")).as(kind).isPresent();
    }
    assertThat(files.find("static/LICENSE.txt")).isPresent();
  }

  @Test
  void scriptsAreByteForByteWhatWasPublished() throws Exception {
    JsonNode integrity =
        new ObjectMapper()
            .readTree(Path.of("node_modules/posthog-js/dist/integrity.json").toFile());
    assertThat(integrity.get("version").textValue()).isEqualTo(files.sdkVersion());
    int compared = 0;
    for (var published : integrity.get("files").properties()) {
      var file = files.find("static/" + published.getKey());
      if (file.isPresent()) {
        assertThat("sha384-" + sha384(files.read(file.get())))
            .as(published.getKey())
            .isEqualTo(published.getValue().textValue());
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(25);
  }

  @ParameterizedTest
  @ValueSource(strings = {"static/array.js", "static/posthog-recorder.js", "static/surveys.js"})
  void compressedFormsHoldTheSame(String path) throws Exception {
    PackedFile file = files.find(path).orElseThrow();
    byte[] plain = files.read(file);

    assertThat(file.encodings()).containsExactly("br", "gzip");
    assertThat(
            new BrotliInputStream(new ByteArrayInputStream(files.read(file, "br"))).readAllBytes())
        .isEqualTo(plain);
    assertThat(
            new GZIPInputStream(new ByteArrayInputStream(files.read(file, "gzip"))).readAllBytes())
        .isEqualTo(plain);
    assertThat(files.read(file, "br").length).isLessThan(plain.length / 3);
  }

  private static String sha384(byte[] content) throws Exception {
    return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-384").digest(content));
  }
}
