package dev.tenrec.query.function.results;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Brings every answer whole to whoever asked, though a function answers 6 MB at most:
 *
 * <ol>
 *   <li>a small answer goes as it is;
 *   <li>a larger one goes compressed to those who take that, which is a tenth of it;
 *   <li>what is still too large is kept for a while, and the answer is where (303). Clients follow
 *       that by themselves.
 * </ol>
 */
public final class Delivery {
  /** Worth compressing from here on. */
  private static final int SMALL = 32 * 1024;

  /** The most bytes of a body: it travels as Base64 inside of 6 MB. */
  static final int MOST = 4_400_000;

  private final ResultObjects objects;
  private final int most;
  private final Supplier<UUID> ids;

  public Delivery(ResultObjects objects) {
    this(objects, MOST, UUID::randomUUID);
  }

  Delivery(ResultObjects objects, int most, Supplier<UUID> ids) {
    this.objects = requireNonNull(objects, "objects is null");
    this.ids = requireNonNull(ids, "ids is null");
    this.most = most;
  }

  /** The answer in a form that reaches the client. */
  public HttpResponse deliver(long project, HttpRequest request, HttpResponse answer) {
    if (answer.body().length <= SMALL) {
      return answer;
    }
    boolean takesGzip = takesGzip(request);
    StoredResult result =
        new StoredResult(answer.headers().get("content-type"), false, answer.body());
    StoredResult sent = takesGzip ? result.compress() : result;
    if (sent.bytes().length <= most) {
      HttpResponse whole =
          new HttpResponse(answer.status(), answer.headers(), answer.cookies(), sent.bytes())
              .withHeader("vary", "accept-encoding");
      return takesGzip ? whole.withHeader("content-encoding", "gzip") : whole;
    }
    return elsewhere(project + "/answers/" + ids.get(), sent);
  }

  private HttpResponse elsewhere(String key, StoredResult result) {
    try {
      objects.put(key, result);
    } catch (ResultsUnavailableException failed) {
      throw ApiException.unavailable(
          "The result has "
              + result.bytes().length
              + " bytes, too many for one answer, and cannot be kept now: ask again, or ask for"
              + " fewer rows.");
    }
    String link = objects.link(key).toString();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("detail", "The result is too large for one answer: it is at location.");
    body.put("location", link);
    return HttpResponse.json(303, body)
        .withHeader("location", link)
        .withHeader("cache-control", "no-store");
  }

  private static boolean takesGzip(HttpRequest request) {
    for (String coding : request.header("accept-encoding").orElse("").split(",")) {
      String[] parts = coding.toLowerCase(Locale.ROOT).replace(" ", "").split(";");
      if (parts[0].equals("gzip") || parts[0].equals("*")) {
        return parts.length == 1 || !parts[1].matches("q=0(\\.0*)?");
      }
    }
    return false;
  }
}
