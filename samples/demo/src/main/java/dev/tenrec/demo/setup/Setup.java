package dev.tenrec.demo.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.demo.sending.Connection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes what is missing. What is there stays as it is, also where somebody has changed it. */
public final class Setup {
  private static final List<Kind> KINDS =
      List.of(
          new Kind("feature_flags", "key", "feature flag"),
          new Kind("cohorts", "name", "cohort"),
          new Kind("insights", "name", "insight"),
          new Kind("workflows", "name", "workflow"));

  private final Management management;
  private final boolean mailsAreReal;

  private Setup(Management management, boolean mailsAreReal) {
    this.management = management;
    this.mailsAreReal = mailsAreReal;
  }

  /**
   * Enters the project of a token with a personal API key.
   *
   * @throws dev.tenrec.demo.sending.NotTakenException when the key does not open it
   */
  public static Setup of(Connection connection, String token, String key)
      throws InterruptedException {
    return new Setup(Management.of(connection, token, key), !isLocal(connection.host()));
  }

  /** Makes what is missing and says what it was. The first time it switches recording on, too. */
  public String run() throws InterruptedException {
    StringBuilder made = new StringBuilder();
    for (Kind kind : KINDS) {
      int count = make(kind);
      if (made.isEmpty() && count > 0) {
        management.change(
            JsonNodeFactory.instance.objectNode().put("session_recording_opt_in", true));
      }
      made.append(made.isEmpty() ? "" : ", ")
          .append(count)
          .append(' ')
          .append(kind.word())
          .append(count == 1 ? "" : "s");
    }
    return made.toString();
  }

  private int make(Kind kind) throws InterruptedException {
    Set<String> there = new HashSet<>();
    management.list(kind.path()).forEach(each -> there.add(each.path(kind.name()).asText()));
    int made = 0;
    for (JsonNode definition : definitions(kind)) {
      if (!there.contains(definition.path(kind.name()).asText())) {
        management.create(kind.path(), adapted((ObjectNode) definition));
        made++;
      }
    }
    return made;
  }

  // The local cloud keeps its mails in a mailbox; any other would send them to people.
  private ObjectNode adapted(ObjectNode definition) {
    if (mailsAreReal && definition.has("status")) {
      definition.put("status", "draft");
    }
    return definition;
  }

  private static JsonNode definitions(Kind kind) {
    try (InputStream file = Setup.class.getResourceAsStream(kind.path() + ".json")) {
      return new ObjectMapper().readTree(file);
    } catch (IOException missing) {
      throw new UncheckedIOException(kind.path() + ".json is not in the jar", missing);
    }
  }

  private static boolean isLocal(URI host) {
    return Set.of("localhost", "127.0.0.1", "[::1]").contains(host.getHost());
  }

  /**
   * A kind of definitions.
   *
   * @param path in addresses, and the name of its file
   * @param name the field it is known by
   * @param word what people call it
   */
  private record Kind(String path, String name, String word) {}
}
