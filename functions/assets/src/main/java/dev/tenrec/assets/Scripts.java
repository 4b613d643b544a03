package dev.tenrec.assets;

import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import java.util.Optional;

/**
 * The SDK's scripts under {@code /static/}, by name alone or with the version before it. Pages of
 * every origin may load them.
 */
final class Scripts {
  static final String PREFIX = "/static/";

  // Not longer, and not depending on a version in the query: an edge may cache without the query,
  // and would then keep an old script beside a new SDK.
  private static final String AN_HOUR = "public, max-age=3600, stale-while-revalidate=86400";

  private final PackedFiles files;
  private final FileAnswer answer;

  Scripts(PackedFiles files) {
    this.files = files;
    this.answer = new FileAnswer(files);
  }

  HttpResponse answer(HttpRequest request) {
    String name = request.path().substring(PREFIX.length());
    String versioned = files.sdkVersion() + "/";
    boolean exact = name.startsWith(versioned);
    Optional<PackedFile> file =
        files.find("static/" + (exact ? name.substring(versioned.length()) : name));
    return file.map(found -> answer.of(found, request, exact ? FileAnswer.FOREVER : AN_HOUR))
        .orElseGet(
            () ->
                HttpResponse.text(
                    404,
                    "There is no script %s; here are those of posthog-js %s"
                        .formatted(name, files.sdkVersion())));
  }
}
