package dev.tenrec.cloud.front;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.cloud.state.JsonFile;
import dev.tenrec.cloud.web.WebHandler;
import dev.tenrec.cloud.web.WebRequest;
import dev.tenrec.cloud.web.WebResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A site of plain files. In pages and scripts, {@code __TENREC_HOST__} and {@code __TENREC_TOKEN__}
 * become the address of the front and the project's token, as {@code site.json} in the data
 * directory says at that moment.
 */
final class Site implements WebHandler {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("gif", "image/gif"),
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("png", "image/png"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("webp", "image/webp"),
          Map.entry("woff2", "font/woff2"));

  private final Path directory;
  private final String front;
  private final JsonFile values;

  Site(Path directory, String front, JsonFile values) {
    this.directory = directory.toAbsolutePath().normalize();
    this.front = front;
    this.values = values;
  }

  @Override
  public WebResponse handle(WebRequest request) {
    if (!List.of("GET", "HEAD").contains(request.method())) {
      return WebResponse.text(405, "A site of files takes GET and HEAD only\n");
    }
    try {
      String path = URLDecoder.decode(request.path().replace("+", "%2B"), StandardCharsets.UTF_8);
      Path file = directory.resolve(path.substring(1)).normalize();
      if (Files.isDirectory(file)) {
        file = file.resolve("index.html");
      }
      if (!file.startsWith(directory) || !Files.isRegularFile(file)) {
        return WebResponse.text(404, path + " is not here\n");
      }
      return answer(file);
    } catch (IllegalArgumentException brokenPath) {
      return WebResponse.text(400, request.path() + " is no path\n");
    } catch (IOException e) {
      return WebResponse.text(500, "Cannot read " + request.path() + ": " + e.getMessage() + "\n");
    }
  }

  private WebResponse answer(Path file) throws IOException {
    String name = file.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1);
    byte[] body = Files.readAllBytes(file);
    if (List.of("html", "js", "mjs").contains(extension)) {
      ObjectNode known = values.read();
      body =
          new String(body, StandardCharsets.UTF_8)
              .replace("__TENREC_HOST__", known.path("host").asText(front))
              .replace("__TENREC_TOKEN__", known.path("token").asText("__TENREC_TOKEN__"))
              .getBytes(StandardCharsets.UTF_8);
    }
    return new WebResponse(
        200,
        List.of(
            Map.entry("content-type", TYPES.getOrDefault(extension, "application/octet-stream")),
            Map.entry("cache-control", "no-store")),
        body);
  }
}
