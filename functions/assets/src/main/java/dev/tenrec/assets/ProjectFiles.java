package dev.tenrec.assets;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.remoteconfig.RemoteConfig;
import dev.tenrec.stores.projects.Project;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * What a project's pages and apps load by its token: {@code /array/:token/config} (JSON), {@code
 * config.js} (the same as a script) and {@code array.js} (the SDK with the configuration before it,
 * which saves a request).
 */
final class ProjectFiles {
  static final String PREFIX = "/array/";

  private static final Pattern PATH =
      Pattern.compile("/array/([^/]*)/(config|config\\.js|array\\.js)/?");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,200}");
  private static final String A_MINUTE = "public, max-age=60, stale-while-revalidate=300";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private final ProjectLookup projects;
  private final RemoteConfig configs;
  private final PackedFiles files;

  ProjectFiles(ProjectLookup projects, RemoteConfig configs, PackedFiles files) {
    this.projects = projects;
    this.configs = configs;
    this.files = files;
  }

  HttpResponse answer(HttpRequest request) {
    Matcher path = PATH.matcher(request.path());
    if (!path.matches()) {
      return HttpResponse.text(404, "Not found");
    }
    String token = path.group(1);
    if (!TOKEN.matcher(token).matches()) {
      return HttpResponse.text(400, "Invalid token");
    }
    Optional<Project> project = projects.byToken(token);
    if (project.isEmpty()) {
      return HttpResponse.text(404, "No project has the token " + token);
    }
    ObjectNode config = configs.of(project.get());
    return switch (path.group(2)) {
      case "config" -> content(request, "application/json", config.toString().getBytes(UTF_8));
      case "config.js" -> content(request, SCRIPT, script(token, config).getBytes(UTF_8));
      default -> content(request, SCRIPT, sdk(script(token, config)));
    };
  }

  // Site apps are not served; the SDK wants the list all the same.
  private static String script(String token, ObjectNode config) {
    // "</" could end a script element that someone pastes this into.
    String json = config.toString().replace("</", "<\\/");
    return "(function(){var all=window._POSTHOG_REMOTE_CONFIG=window._POSTHOG_REMOTE_CONFIG||{};"
        + "all[\"%s\"]={config:%s,siteApps:[]}})();\n".formatted(token, json);
  }

  private byte[] sdk(String script) {
    PackedFile array =
        files
            .find("static/array.js")
            .orElseThrow(() -> new IllegalStateException("static/array.js was not packed"));
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(script.getBytes(UTF_8));
    whole.writeBytes(files.read(array));
    return whole.toByteArray();
  }

  private static HttpResponse content(HttpRequest request, String mediaType, byte[] content) {
    Negotiation negotiation = new Negotiation(request);
    String etag = etag(content);
    Optional<String> encoding =
        negotiation.has(etag) ? Optional.empty() : negotiation.encoding(List.of("gzip"));
    HttpResponse whole =
        HttpResponse.of(200, mediaType, encoding.isPresent() ? gzip(content) : content)
            .withHeader("cache-control", A_MINUTE)
            .withHeader("x-content-type-options", "nosniff");
    return negotiation.answer(
        etag, encoding.map(form -> whole.withHeader("content-encoding", form)).orElse(whole));
  }

  private static String etag(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return "W/\"" + HexFormat.of().formatHex(hash, 0, 16) + "\"";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return compressed.toByteArray();
  }
}
