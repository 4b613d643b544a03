package dev.tenrec.assets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.remoteconfig.Products;
import dev.tenrec.stores.projects.CaptureSettings;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.ProjectSettings;
import dev.tenrec.stores.projects.RecordingSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The function with a few packed files and one project. */
final class AssetsSetting {
  static final Project SHOP =
      new Project(1, "phc_shop", Instant.EPOCH, 1, ProjectSettings.named("Shop"));
  private static final RecordingSettings ON =
      new RecordingSettings(
          true,
          true,
          true,
          true,
          false,
          Optional.of(new BigDecimal("0.5")),
          OptionalLong.of(2_000),
          new RecordingSettings.Masking(true, "*", ""));

  private static final List<PackedFile> FILES =
      List.of(
          new PackedFile("static/array.js", "a1", List.of("br", "gzip")),
          new PackedFile("static/surveys.js", "s1", List.of()),
          new PackedFile("console/index.html", "i1", List.of("br", "gzip")),
          new PackedFile("console/favicon.svg", "f1", List.of()),
          new PackedFile("console/assets/index-B9fEhFW6.js", "c1", List.of("gzip")));

  private final Assets assets;

  AssetsSetting(String products) {
    this.assets =
        new Assets(
            new PackedFiles("1.449.2", FILES, path -> ("<" + path + ">").getBytes(UTF_8)),
            token ->
                Stream.of(
                        SHOP,
                        SHOP.withToken("phc_recorded")
                            .with(SHOP.settings().with(new CaptureSettings(false, true, ON))))
                    .filter(project -> project.token().equals(token))
                    .findFirst(),
            Products.parse(products));
  }

  HttpResponse get(String path) {
    return send("GET", path, Map.of());
  }

  HttpResponse get(String path, String header, String value) {
    return send("GET", path, Map.of(header, value));
  }

  HttpResponse send(String method, String path, Map<String, String> headers) {
    return assets.handle(
        new HttpRequest(method, path, Map.of(), headers, Map.of(), new byte[0], ""));
  }
}
