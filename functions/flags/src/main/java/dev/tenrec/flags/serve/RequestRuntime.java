package dev.tenrec.flags.serve;

import dev.tenrec.flags.Runtime;
import dev.tenrec.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a request comes from: what it says itself, else what its headers betray. */
final class RequestRuntime {
  private static final Pattern BROWSER = Pattern.compile("(Mozilla|Chrome|Safari|Firefox|Edge)/");
  private static final Pattern SERVER =
      Pattern.compile(
          "^posthog-(python|ruby|php|java|server|go|node|dotnet|elixir|rust)\\b"
              + "|python-requests/|curl/");
  private static final Pattern APP =
      Pattern.compile("^posthog-(android|ios|react-native|flutter)\\b");

  private RequestRuntime() {}

  /** Empty when nobody can tell: only flags for everywhere are then evaluated. */
  static Optional<Runtime> of(HttpRequest request, Optional<String> said) {
    if (said.isPresent()) {
      return said.map(Runtime::of);
    }
    String agent = request.header("user-agent").orElse("");
    if (BROWSER.matcher(agent).find() || APP.matcher(agent).find()) {
      return Optional.of(Runtime.CLIENT);
    }
    if (SERVER.matcher(agent).find()) {
      return Optional.of(Runtime.SERVER);
    }
    boolean page =
        request.header("origin").isPresent()
            || request.header("referer").isPresent()
            || request.header("sec-fetch-mode").isPresent()
            || request.header("sec-fetch-site").isPresent();
    return page ? Optional.of(Runtime.CLIENT) : Optional.empty();
  }
}
