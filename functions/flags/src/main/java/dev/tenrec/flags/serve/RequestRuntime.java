package dev.tenrec.flags.serve;

import dev.tenrec.flags.Runtime;
import dev.tenrec.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a request comes from: what it says itself, else what its headers betray. */
final class RequestRuntime {
  private static final Pattern SERVER_SDK =
      Pattern.compile(
          "^posthog-(python|ruby|php|java|server|go|node|dotnet|elixir|rust)\\b.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BROWSER =
      Pattern.compile(".*(Mozilla|Chrome|Safari|Firefox|Edg|Opera).*", Pattern.CASE_INSENSITIVE);

  private RequestRuntime() {}

  static Runtime of(HttpRequest request, Optional<String> said) {
    if (said.isPresent()) {
      return Runtime.of(said.get());
    }
    String agent = request.header("user-agent").orElse("");
    if (SERVER_SDK.matcher(agent).matches()) {
      return Runtime.SERVER;
    }
    boolean client =
        BROWSER.matcher(agent).matches()
            || request.header("origin").isPresent()
            || request.header("referer").isPresent()
            || request.header("sec-fetch-mode").isPresent();
    return client ? Runtime.CLIENT : Runtime.ALL;
  }
}
