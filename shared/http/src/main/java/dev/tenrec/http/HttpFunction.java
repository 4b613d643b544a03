package dev.tenrec.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;

/**
 * A Lambda function behind a function URL, an HTTP API or CloudFront: reads payload 2.0, calls an
 * {@link HttpHandler}, writes its answer. An {@link ApiException} becomes the error envelope; any
 * other failure becomes 500, is logged with its stack trace, and tells the client nothing else.
 */
public class HttpFunction implements RequestStreamHandler {
  // A body is one string; the platform in front limits it, and not the JSON parser.
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
              .build());

  private final HttpHandler handler;

  public HttpFunction(HttpHandler handler) {
    this.handler = handler;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = JSON.readTree(input);
    if (event == null || !event.has("requestContext")) {
      throw new IllegalArgumentException(
          "The event has no requestContext: this function answers HTTP requests (payload 2.0)");
    }
    JSON.writeValue(output, write(answer(PayloadReader.read(event), context)));
  }

  private HttpResponse answer(HttpRequest request, Context context) {
    try {
      return handler.handle(request);
    } catch (ApiException error) {
      return HttpResponse.json(error.status(), error.body());
    } catch (RuntimeException bug) {
      context.getLogger().log(FailureLine.of(request, bug));
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      body.put("type", "server_error").put("code", "error");
      body.put("detail", "A server error occurred.").putNull("attr");
      return HttpResponse.json(500, body);
    }
  }

  private static ObjectNode write(HttpResponse response) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.put("statusCode", response.status());
    ObjectNode headers = payload.putObject("headers");
    response.headers().forEach(headers::put);
    if (!response.cookies().isEmpty()) {
      response.cookies().forEach(payload.putArray("cookies")::add);
    }
    payload.put("isBase64Encoded", true);
    payload.put("body", Base64.getEncoder().encodeToString(response.body()));
    return payload;
  }
}
