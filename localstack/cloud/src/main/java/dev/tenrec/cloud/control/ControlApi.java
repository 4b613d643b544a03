package dev.tenrec.cloud.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.cloud.functions.FunctionDefinition;
import dev.tenrec.cloud.functions.Functions;
import dev.tenrec.cloud.functions.InvocationResult;
import dev.tenrec.cloud.progress.Progress;
import dev.tenrec.cloud.web.WebHandler;
import dev.tenrec.cloud.web.WebRequest;
import dev.tenrec.cloud.web.WebResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls functions: {@code POST /2015-03-31/functions/NAME/invocations}, where NAME is a function's
 * name, label or ARN. Any other call is answered 501 and named, so that a function never reaches
 * the real AWS by accident.
 */
public final class ControlApi implements WebHandler {
  private static final Pattern INVOCATION =
      Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");
  private static final Pattern SERVICE =
      Pattern.compile("Credential=[^/]+/[^/]+/[^/]+/([^/]+)/aws4_request");

  private final Functions functions;
  private final Progress progress;

  public ControlApi(Functions functions, Progress progress) {
    this.functions = functions;
    this.progress = progress;
  }

  @Override
  public WebResponse handle(WebRequest request) {
    Matcher invocation = INVOCATION.matcher(request.path());
    if (!request.method().equals("POST") || !invocation.matches()) {
      return notEmulated(request);
    }
    String name = URLDecoder.decode(invocation.group(1), StandardCharsets.UTF_8);
    Optional<FunctionDefinition> function = functions.find(name);
    if (function.isEmpty()) {
      return error(404, "ResourceNotFoundException", "Function not found: " + name);
    }
    return switch (request.header("x-amz-invocation-type").orElse("RequestResponse")) {
      case "DryRun" -> WebResponse.text(204, "");
      case "Event" -> {
        Thread.ofVirtual()
            .name("event-" + function.get().label())
            .start(() -> functions.invoke(function.get(), request.body()));
        yield WebResponse.text(202, "");
      }
      default -> answer(functions.invoke(function.get(), request.body()));
    };
  }

  private static WebResponse answer(InvocationResult result) {
    return switch (result) {
      case InvocationResult.Answer answer ->
          WebResponse.of(200, "application/json", answer.payload());
      case InvocationResult.Failure failure ->
          new WebResponse(
              200,
              List.of(
                  Map.entry("content-type", "application/json"),
                  Map.entry("x-amz-function-error", "Unhandled")),
              failure.payload());
      case InvocationResult.Throttled throttled ->
          error(429, "TooManyRequestsException", throttled.reason());
      case InvocationResult.TooLarge tooLarge ->
          error(
              413,
              "RequestEntityTooLargeException",
              tooLarge.bytes() + " bytes are more than " + Functions.LARGEST_EVENT);
    };
  }

  private WebResponse notEmulated(WebRequest request) {
    Matcher matcher = SERVICE.matcher(request.header("authorization").orElse(""));
    String service = matcher.find() ? matcher.group(1) : "an unknown service";
    String what = request.header("x-amz-target").orElse(request.method() + " " + request.path());
    String message = service + " is not emulated by the local cloud (" + what + ")";
    progress.notice(message);
    return error(501, "NotImplementedException", message);
  }

  private static WebResponse error(int status, String type, String message) {
    WebResponse plain =
        WebResponse.json(
            status,
            JsonNodeFactory.instance
                .objectNode()
                .put("__type", type)
                .put("Message", message)
                .put("message", message)
                .toString());
    return new WebResponse(
        status,
        List.of(Map.entry("content-type", "application/json"), Map.entry("x-amzn-errortype", type)),
        plain.body());
  }
}
