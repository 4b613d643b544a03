package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.query.engine.QueryFailedException;
import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.insights.InsightException;
import java.util.Locale;
import java.util.function.Supplier;

/** Turns what is wrong with a query into the error envelope, with its place in the text. */
final class Mistakes {
  private Mistakes() {}

  static HttpResponse answered(Supplier<HttpResponse> answer) {
    try {
      return answer.get();
    } catch (HogqlException mistake) {
      return at(mistake);
    } catch (InsightException mistake) {
      return HttpResponse.json(
          400, envelope("validation_error", "invalid_input", mistake.getMessage()));
    } catch (QueryFailedException failure) {
      int status =
          switch (failure.code()) {
            case TIMEOUT, MEMORY -> 504;
            case VALUE -> 400;
          };
      String type = status == 400 ? "validation_error" : "server_error";
      String code = failure.code().name().toLowerCase(Locale.ROOT);
      return HttpResponse.json(status, envelope(type, code, failure.getMessage()));
    }
  }

  private static HttpResponse at(HogqlException mistake) {
    Span span = mistake.span();
    String detail = mistake.getMessage();
    boolean placed = span.end() > span.start();
    if (placed && !detail.contains("line " + span.line())) {
      detail += " (line %d, column %d)".formatted(span.line(), span.column());
    }
    ObjectNode body =
        envelope("validation_error", mistake.code().name().toLowerCase(Locale.ROOT), detail);
    if (placed) {
      body.put("start", span.start()).put("end", span.end());
      body.put("line", span.line()).put("column", span.column());
    }
    return HttpResponse.json(400, body);
  }

  private static ObjectNode envelope(String type, String code, String detail) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    return body.put("type", type).put("code", code).put("detail", detail).putNull("attr");
  }
}
