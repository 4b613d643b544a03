package dev.tenrec.events.wire;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The headers that every request of the newer endpoint must have.
 *
 * @param token the project's token
 * @param library the SDK's name
 * @param libraryVersion the SDK's version
 * @param sentAt when the client's clock says that it sent the request
 * @param encoding how the body is compressed
 */
record AnalyticsHeaders(
    String token, String library, String libraryVersion, Instant sentAt, Encoding encoding) {
  private static final List<String> REQUIRED =
      List.of(
          "PostHog-Sdk-Info",
          "PostHog-Attempt",
          "PostHog-Request-Id",
          "PostHog-Request-Timestamp",
          "User-Agent");
  private static final Pattern ATTEMPT = Pattern.compile("0*[1-9][0-9]{0,8}");

  static AnalyticsHeaders read(AnalyticsRequest request) throws RefusedException {
    List<String> missing =
        REQUIRED.stream().filter(name -> request.header(name).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw new RefusedException(
          400, "missing_required_headers", "Missing headers: " + String.join(", ", missing));
    }
    String token = token(request);
    requireJson(request);
    Encoding encoding = encoding(request);
    if (!ATTEMPT.matcher(value(request, "PostHog-Attempt")).matches()) {
      throw invalid(request, "PostHog-Attempt", "a whole number from 1");
    }
    if (EventId.parse(value(request, "PostHog-Request-Id")).isEmpty()) {
      throw invalid(request, "PostHog-Request-Id", "a UUID");
    }
    Instant sentAt =
        LenientInstant.parse(value(request, "PostHog-Request-Timestamp"))
            .orElseThrow(() -> invalid(request, "PostHog-Request-Timestamp", "an RFC 3339 time"));
    String[] sdk = value(request, "PostHog-Sdk-Info").split("/", 2);
    if (sdk.length != 2 || sdk[0].isBlank() || sdk[1].isBlank()) {
      throw invalid(request, "PostHog-Sdk-Info", "name/version");
    }
    return new AnalyticsHeaders(token, sdk[0].strip(), sdk[1].strip(), sentAt, encoding);
  }

  private static String token(AnalyticsRequest request) throws RefusedException {
    String[] parts = request.header("Authorization").orElse("").split("\\s+", 2);
    if (parts.length != 2 || !parts[0].equalsIgnoreCase("Bearer")) {
      throw new RefusedException(
          401, "missing_authorization", "Send 'Authorization: Bearer' and the project's token");
    }
    try {
      return Token.valid(parts[1]);
    } catch (RefusedException malformed) {
      throw new RefusedException(401, "invalid_api_token", malformed.getMessage());
    }
  }

  private static void requireJson(AnalyticsRequest request) throws RefusedException {
    String type = request.header("Content-Type").orElse("");
    if (!type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
      throw new RefusedException(
          415,
          "unsupported_content_type",
          "Content-Type is '" + type + "': it must be application/json");
    }
  }

  private static Encoding encoding(AnalyticsRequest request) throws RefusedException {
    Optional<String> name = request.header("Content-Encoding");
    if (name.isEmpty()) {
      return Encoding.NONE;
    }
    return switch (name.get().toLowerCase(Locale.ROOT)) {
      case "identity" -> Encoding.NONE;
      case "gzip" -> Encoding.GZIP;
      case "deflate" -> Encoding.DEFLATE;
      case "br" -> Encoding.BROTLI;
      case "zstd" -> Encoding.ZSTD;
      default ->
          throw new RefusedException(
              415,
              "unsupported_encoding",
              "Content-Encoding is '" + name.get() + "': send gzip, deflate, br or zstd");
    };
  }

  private static String value(AnalyticsRequest request, String name) {
    return request.header(name).orElseThrow();
  }

  private static RefusedException invalid(AnalyticsRequest request, String name, String expected) {
    return new RefusedException(
        400,
        "invalid_header_value",
        "%s is '%s': it must be %s".formatted(name, value(request, name), expected));
  }
}
