package dev.tenrec.assets;

import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import java.util.Optional;
import java.util.Set;

/**
 * The console: its files, and its page for every path that is one of its own. Paths that clients of
 * the API use are never answered with a page.
 */
final class Console {
  private static final Set<String> NOT_PAGES =
      Set.of(
          "api", "array", "batch", "capture", "decide", "e", "engage", "flags", "i", "public",
          "report", "s", "static", "track", "v1");
  private static final String ALWAYS_ASK = "no-cache";

  private final PackedFiles files;
  private final FileAnswer answer;

  Console(PackedFiles files) {
    this.files = files;
    this.answer = new FileAnswer(files);
  }

  HttpResponse answer(HttpRequest request) {
    String path = request.path().substring(1);
    Optional<PackedFile> file = path.isEmpty() ? Optional.empty() : files.find("console/" + path);
    if (file.isEmpty() && isPage(path)) {
      file = files.find("console/index.html");
    }
    return file.map(found -> answer(found, request))
        .orElseGet(() -> HttpResponse.text(404, "Nothing is at " + request.path()));
  }

  private HttpResponse answer(PackedFile file, HttpRequest request) {
    boolean hashed = file.path().startsWith("console/assets/");
    return answer
        .of(file, request, hashed ? FileAnswer.FOREVER : ALWAYS_ASK)
        .withHeader("content-security-policy", "frame-ancestors 'self'")
        .withHeader("referrer-policy", "same-origin");
  }

  private static boolean isPage(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    return !last.contains(".") && !NOT_PAGES.contains(path.split("/", 2)[0]);
  }
}
