package dev.tenrec.cloud.front;

import dev.tenrec.cloud.web.WebHandler;
import dev.tenrec.cloud.web.WebRequest;
import dev.tenrec.cloud.web.WebResponse;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** A function behind an address of its own. */
final class FunctionUrl implements WebHandler {
  private final String function;
  private final String apiId;
  private final Invoker invoker;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  FunctionUrl(
      String function, String apiId, Invoker invoker, Supplier<UUID> ids, InstantSource clock) {
    this.function = function;
    this.apiId = apiId;
    this.invoker = invoker;
    this.ids = ids;
    this.clock = clock;
  }

  /** Answers a request that came straight here. */
  @Override
  public WebResponse handle(WebRequest request) {
    Map<String, String> headers = new LinkedHashMap<>(request.headers());
    ForwardedHeaders.append(headers, request);
    return pass(
        new WebRequest(
            request.method(),
            request.path(),
            request.query(),
            headers,
            request.body(),
            request.tooLarge(),
            request.remoteAddress()));
  }

  /** Answers a request that an edge has passed on. */
  WebResponse pass(WebRequest request) {
    if (request.tooLarge()) {
      return ResponsePayload.tooLarge();
    }
    return ResponsePayload.read(
        invoker.invoke(
            function,
            RequestPayload.write(
                request,
                apiId,
                RequestPayload.Route.DEFAULT,
                ids.get().toString(),
                clock.instant())));
  }
}
