package dev.tenrec.demo.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.demo.sending.Connection;
import dev.tenrec.demo.sending.NotTakenException;
import java.nio.charset.StandardCharsets;

/** The management API of one project, with a personal API key. */
final class Management {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST = 500;

  private final Connection connection;
  private final String authorization;
  private final long project;

  private Management(Connection connection, String authorization, long project) {
    this.connection = connection;
    this.authorization = authorization;
    this.project = project;
  }

  /**
   * Enters the project of a token.
   *
   * @throws NotTakenException when there is none, or the key may not see it
   */
  static Management of(Connection connection, String token, String key)
      throws InterruptedException {
    String authorization = "Bearer " + key;
    JsonNode projects =
        read(connection.get("/api/projects/?limit=" + MOST, "authorization", authorization));
    for (JsonNode project : projects.path("results")) {
      if (project.path("api_token").asText().equals(token)) {
        return new Management(connection, authorization, project.path("id").asLong());
      }
    }
    throw new NotTakenException("No project that the key may see has the token " + token);
  }

  /** Everything of a kind. */
  JsonNode list(String kind) throws InterruptedException {
    return read(connection.get(path(kind) + "?limit=" + MOST, "authorization", authorization))
        .path("results");
  }

  void create(String kind, ObjectNode body) throws InterruptedException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    connection.post(
        path(kind),
        () -> bytes,
        "authorization",
        authorization,
        "content-type",
        "application/json");
  }

  /** Changes the project itself. */
  void change(ObjectNode settings) throws InterruptedException {
    connection.patch(
        "/api/projects/" + project + "/",
        settings.toString().getBytes(StandardCharsets.UTF_8),
        "authorization",
        authorization,
        "content-type",
        "application/json");
  }

  private String path(String kind) {
    return "/api/projects/" + project + "/" + kind + "/";
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new NotTakenException("The management API answered no JSON: " + text, broken);
    }
  }
}
