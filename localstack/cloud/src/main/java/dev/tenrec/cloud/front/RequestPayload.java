package dev.tenrec.cloud.front;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tenrec.cloud.web.WebRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes a request as an event in payload format 2.0. */
final class RequestPayload {
  private static final JsonFactory JSON = new JsonFactory();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private RequestPayload() {}

  /**
   * Writes it.
   *
   * @param apiId what the function URL or API is called
   * @param route which route took it
   */
  static byte[] write(
      WebRequest request, String apiId, Route route, String requestId, Instant now) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(request.body().length * 4 / 3 + 2_048);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("version", "2.0");
      json.writeStringField("routeKey", route.key());
      json.writeStringField("rawPath", request.path());
      json.writeStringField("rawQueryString", request.query());
      cookies(json, request);
      json.writeObjectFieldStart("headers");
      for (Map.Entry<String, String> header : request.headers().entrySet()) {
        if (!header.getKey().equals("cookie")) {
          json.writeStringField(header.getKey(), header.getValue());
        }
      }
      json.writeEndObject();
      if (!request.query().isEmpty()) {
        map(json, "queryStringParameters", parameters(request.query()));
      }
      if (!route.parameters().isEmpty()) {
        map(json, "pathParameters", route.parameters());
      }
      context(json, request, apiId, route, requestId, now);
      body(json, request);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Which route of an API took a request; a function URL has only the default one.
   *
   * @param parameters the parts of the path that the route names
   */
  record Route(String key, Map<String, String> parameters) {
    static final Route DEFAULT = new Route("$default", Map.of());

    Route {
      parameters = Map.copyOf(parameters);
    }
  }

  private static void context(
      JsonGenerator json,
      WebRequest request,
      String apiId,
      Route route,
      String requestId,
      Instant now)
      throws IOException {
    String host = request.header("host").orElse("127.0.0.1");
    json.writeObjectFieldStart("requestContext");
    json.writeStringField("accountId", "anonymous");
    json.writeStringField("apiId", apiId);
    json.writeStringField("domainName", host);
    json.writeStringField("domainPrefix", apiId);
    json.writeObjectFieldStart("http");
    json.writeStringField("method", request.method());
    json.writeStringField("path", request.path());
    json.writeStringField("protocol", "HTTP/1.1");
    json.writeStringField("sourceIp", request.remoteAddress());
    json.writeStringField("userAgent", request.header("user-agent").orElse(""));
    json.writeEndObject();
    json.writeStringField("requestId", requestId);
    json.writeStringField("routeKey", route.key());
    json.writeStringField("stage", "$default");
    json.writeStringField("time", TIME.format(now));
    json.writeNumberField("timeEpoch", now.toEpochMilli());
    json.writeEndObject();
  }

  private static void cookies(JsonGenerator json, WebRequest request) throws IOException {
    Optional<String> cookies = request.header("cookie");
    if (cookies.isPresent()) {
      json.writeArrayFieldStart("cookies");
      for (String cookie : cookies.get().split(";", -1)) {
        if (!cookie.isBlank()) {
          json.writeString(cookie.strip());
        }
      }
      json.writeEndArray();
    }
  }

  private static void body(JsonGenerator json, WebRequest request) throws IOException {
    byte[] body = request.body();
    Optional<String> text = body.length == 0 ? Optional.empty() : text(request);
    if (text.isPresent()) {
      json.writeStringField("body", text.get());
    } else if (body.length > 0) {
      json.writeFieldName("body");
      json.writeBinary(body);
    }
    json.writeBooleanField("isBase64Encoded", body.length > 0 && text.isEmpty());
  }

  // Lambda goes by the type; what is compressed or no UTF-8 would not survive as text.
  private static Optional<String> text(WebRequest request) {
    String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    String encoding = request.header("content-encoding").orElse("identity");
    boolean textual =
        type.startsWith("text/")
            || type.startsWith("application/json")
            || type.startsWith("application/xml")
            || type.startsWith("application/javascript")
            || type.contains("+json")
            || type.contains("+xml");
    if (!textual || !encoding.equals("identity")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(request.body())).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  private static void map(JsonGenerator json, String name, Map<String, String> entries)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      json.writeStringField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        parameters.merge(
            decode(equals < 0 ? pair : pair.substring(0, equals)),
            equals < 0 ? "" : decode(pair.substring(equals + 1)),
            (first, more) -> first + "," + more);
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException brokenEscape) {
      return text;
    }
  }
}
