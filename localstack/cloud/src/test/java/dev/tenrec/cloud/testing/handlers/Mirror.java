package dev.tenrec.cloud.testing.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers an HTTP request with the event it was called with; a typed handler, as many are. */
public final class Mirror implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("statusCode", 200);
    answer.put("headers", Map.of("content-type", "application/json", "x-mirror", "yes"));
    answer.put("body", json(event));
    return answer;
  }

  private static String json(Object value) {
    return switch (value) {
      case null -> "null";
      case Map<?, ?> map -> {
        StringBuilder text = new StringBuilder("{");
        map.forEach(
            (key, item) ->
                text.append(text.length() > 1 ? "," : "")
                    .append(json(key))
                    .append(":")
                    .append(json(item)));
        yield text.append("}").toString();
      }
      case Iterable<?> list -> {
        StringBuilder text = new StringBuilder("[");
        list.forEach(item -> text.append(text.length() > 1 ? "," : "").append(json(item)));
        yield text.append("]").toString();
      }
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      default -> "\"" + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    };
  }
}
