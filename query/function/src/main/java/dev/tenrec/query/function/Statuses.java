package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.JsonBody;
import dev.tenrec.query.function.results.ResultObjects;
import dev.tenrec.query.function.results.ResultsUnavailableException;
import dev.tenrec.query.function.results.StoredResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The queries that clients may ask after. Every query is answered at once, so each that is known is
 * complete.
 */
record Statuses(ResultObjects objects) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration KEPT = Duration.ofDays(1);

  /** The id of a query: what the client called it, or a new one. */
  static String id(JsonBody body) {
    String id = body.optionalText("client_query_id").orElseGet(() -> UUID.randomUUID().toString());
    if (!isId(id)) {
      throw ApiException.invalid(
          "client_query_id",
          "invalid",
          "client_query_id is \"" + id + "\": use up to 100 letters, digits, _ and -");
    }
    return id;
  }

  private static boolean isId(String id) {
    return id.matches("[A-Za-z0-9_-]{1,100}");
  }

  /** Keeps an answer to be asked for, and adds to it that it is complete. */
  ObjectNode complete(long project, String id, ObjectNode answer, Instant start, Instant end) {
    ObjectNode status = status(project, id, start, end);
    ObjectNode whole = status.deepCopy();
    whole.set("results", answer);
    try {
      objects.put(
          path(project, id),
          new StoredResult(
              "application/json", false, whole.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (ResultsUnavailableException failed) {
      throw ApiException.unavailable(
          "The query was answered, but its result cannot be kept now: ask again, or with refresh"
              + " \"blocking\"");
    }
    ObjectNode reported = answer.deepCopy();
    reported.set("query_status", status);
    return reported;
  }

  /** The answer once more. */
  ObjectNode find(long project, String id) {
    if (isId(id)) {
      try {
        var found = objects.get(path(project, id));
        if (found.isPresent()) {
          return JSON.createObjectNode().set("query_status", JSON.readTree(found.get().bytes()));
        }
      } catch (ResultsUnavailableException failed) {
        throw ApiException.unavailable("Results cannot be read now: ask again.");
      } catch (IOException damaged) {
        throw new UncheckedIOException("A kept result is no JSON", damaged);
      }
    }
    throw ApiException.notFound(
        "Query "
            + id
            + " is not known: queries are answered at once, and those that were asked with an async"
            + " refresh are kept for a day.");
  }

  private static ObjectNode status(long project, String id, Instant start, Instant end) {
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    status.put("id", id).put("team_id", project).put("query_async", true);
    status.put("complete", true).put("error", false).putNull("error_message");
    status.put("start_time", start.toString()).put("pickup_time", start.toString());
    status.put("end_time", end.toString());
    status.put("expiration_time", end.plus(KEPT).toString());
    status.putNull("task_id").putNull("labels").putNull("insight_id").putNull("dashboard_id");
    return status;
  }

  private static String path(long project, String id) {
    return project + "/status/" + id + ".json";
  }
}
