package dev.tenrec.http;

/** Answers one HTTP request. Handlers are safe to call from several threads. */
@FunctionalInterface
public interface HttpHandler {
  /**
   * Answers {@code request}.
   *
   * @throws ApiException for what the client did wrong; it becomes the error envelope
   */
  HttpResponse handle(HttpRequest request);
}
