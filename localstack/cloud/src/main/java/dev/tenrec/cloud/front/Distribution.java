package dev.tenrec.cloud.front;

import dev.tenrec.cloud.web.WebHandler;
import dev.tenrec.cloud.web.WebRequest;
import dev.tenrec.cloud.web.WebResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** A CloudFront distribution without its cache. The first behaviour whose pattern fits counts. */
final class Distribution implements WebHandler {
  private final List<Behavior> behaviors;
  private final String rootObject;
  private final Supplier<UUID> ids;

  /**
   * Makes one.
   *
   * @param behaviors in order, the default one last
   * @param rootObject what stands for the path {@code /}; empty for nothing
   */
  Distribution(List<Behavior> behaviors, String rootObject, Supplier<UUID> ids) {
    this.behaviors = List.copyOf(behaviors);
    this.rootObject = rootObject;
    this.ids = ids;
  }

  @Override
  public WebResponse handle(WebRequest request) {
    WebRequest wanted =
        request.path().equals("/") && !rootObject.isEmpty() ? root(request) : request;
    for (Behavior behavior : behaviors) {
      if (behavior.pattern().matches(wanted.path())) {
        return answer(behavior, wanted);
      }
    }
    return WebResponse.text(404, "No behaviour of the distribution fits " + wanted.path() + "\n");
  }

  private WebResponse answer(Behavior behavior, WebRequest request) {
    if (!behavior.methods().contains(request.method())) {
      return WebResponse.text(
          403,
          "This distribution is not configured to allow the HTTP request method "
              + request.method()
              + " that was used for this request.\n");
    }
    return behavior
        .origin()
        .function()
        .map(function -> function.pass(behavior.forward(request, ids.get().toString())))
        .orElseGet(
            () ->
                WebResponse.text(
                    502,
                    "The origin "
                        + behavior.origin().domain()
                        + " is no function URL; the local cloud knows no others.\n"));
  }

  private WebRequest root(WebRequest request) {
    return new WebRequest(
        request.method(),
        "/" + rootObject,
        request.query(),
        request.headers(),
        request.body(),
        request.tooLarge(),
        request.remoteAddress());
  }
}
