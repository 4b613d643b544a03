package dev.tenrec.cloud.front;

import dev.tenrec.cloud.web.WebRequest;
import java.util.List;
import java.util.Map;

/** Tells the origin who asked. */
final class ForwardedHeaders {
  // They are between the client and its neighbour only.
  private static final List<String> HOP_BY_HOP =
      List.of(
          "connection",
          "expect",
          "http2-settings",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private ForwardedHeaders() {}

  /** Adds the caller's address behind those that are claimed, and how the front was called. */
  static void append(Map<String, String> headers, WebRequest request) {
    headers.merge(
        "x-forwarded-for", request.remoteAddress(), (claimed, seen) -> claimed + "," + seen);
    headers.put("x-forwarded-proto", "http");
    request
        .header("host")
        .filter(host -> host.contains(":"))
        .ifPresent(
            host -> headers.put("x-forwarded-port", host.substring(host.lastIndexOf(':') + 1)));
    HOP_BY_HOP.forEach(headers::remove);
  }
}
