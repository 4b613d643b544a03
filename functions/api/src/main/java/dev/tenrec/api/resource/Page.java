package dev.tenrec.api.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import java.util.List;
import java.util.function.Function;

/** Answers a list in pages: {@code limit} (100, at most 1,000) and {@code offset}. */
public final class Page {
  private static final int DEFAULT_LIMIT = 100;
  private static final int LARGEST_LIMIT = 1_000;

  private Page() {}

  /** One page of a whole list. */
  public static <T> HttpResponse of(
      HttpRequest request, List<T> all, Function<T, ObjectNode> json) {
    int limit = Math.clamp(number(request, "limit", DEFAULT_LIMIT), 1, LARGEST_LIMIT);
    int offset = number(request, "offset", 0);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("count", all.size());
    body.put("next", offset + limit < all.size() ? link(request, limit, offset + limit) : null);
    body.put("previous", offset > 0 ? link(request, limit, Math.max(0, offset - limit)) : null);
    var results = body.putArray("results");
    all.stream().skip(offset).limit(limit).map(json).forEach(results::add);
    return HttpResponse.json(200, body);
  }

  private static int number(HttpRequest request, String name, int missing) {
    String text = request.parameter(name).orElse(String.valueOf(missing));
    if (!text.matches("[0-9]{1,9}")) {
      throw ApiException.invalid(
          name, "invalid", name + " is \"" + text + "\": it must be a whole number");
    }
    return Integer.parseInt(text);
  }

  private static String link(HttpRequest request, int limit, int offset) {
    String scheme = request.header("x-forwarded-proto").orElse("https");
    String host = request.header("host").orElse("localhost");
    return "%s://%s%s?limit=%d&offset=%d".formatted(scheme, host, request.path(), limit, offset);
  }
}
