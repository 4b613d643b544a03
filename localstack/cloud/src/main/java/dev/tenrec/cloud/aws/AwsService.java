package dev.tenrec.cloud.aws;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** One AWS service at one endpoint. Safe to use from many threads; a call blocks its thread. */
public final class AwsService {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final URI endpoint;
  private final Protocol protocol;
  private final Signature signature;
  private final InstantSource clock;

  public AwsService(
      HttpClient http,
      URI endpoint,
      Protocol protocol,
      Credentials credentials,
      String region,
      InstantSource clock) {
    this.http = requireNonNull(http, "http is null");
    this.endpoint = requireNonNull(endpoint, "endpoint is null");
    this.protocol = requireNonNull(protocol, "protocol is null");
    this.signature = new Signature(credentials, region, protocol.signingName());
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** Where the service is. */
  public URI endpoint() {
    return endpoint;
  }

  /** Calls an action of a JSON service; an error answer is an {@link AwsException}. */
  public JsonNode call(String action, JsonNode input) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", protocol.contentType());
    headers.put("x-amz-target", protocol.target() + "." + action);
    HttpResponse<byte[]> answer =
        send(
            "POST",
            endpoint.resolve("/"),
            headers,
            input.toString().getBytes(StandardCharsets.UTF_8),
            action);
    JsonNode body = parse(answer.body());
    if (answer.statusCode() == 200) {
      return body;
    }
    // such as com.amazonaws.sqs#QueueDoesNotExist
    String type = body.path("__type").asText("UnknownError");
    String message = body.path("message").asText(body.path("Message").asText(""));
    throw new AwsException(
        type.substring(type.lastIndexOf('#') + 1),
        answer.statusCode(),
        protocol.signingName() + " " + action + ": " + type + " " + message);
  }

  /** Sends a REST request; the status is the caller's to judge. */
  public int rest(String method, String path, byte[] body) {
    return send(method, endpoint.resolve(path), Map.of(), body, method + " " + path).statusCode();
  }

  private HttpResponse<byte[]> send(
      String method, URI uri, Map<String, String> headers, byte[] body, String what) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(60))
            .method(method, BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    signature.sign(method, uri, headers, body, clock.instant()).forEach(request::header);
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AwsException(
          protocol.signingName() + " at " + endpoint + " does not answer (" + what + "): " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AwsException(protocol.signingName() + " " + what + " was interrupted", e);
    }
  }

  private static JsonNode parse(byte[] body) {
    try {
      JsonNode parsed = JSON.readTree(body);
      return parsed == null ? JsonNodeFactory.instance.objectNode() : parsed;
    } catch (IOException notJson) {
      return JsonNodeFactory.instance.objectNode().put("message", text(body));
    }
  }

  private static String text(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return text.length() > 300 ? text.substring(0, 300) : text;
  }
}
