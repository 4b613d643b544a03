package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.query.hogql.function.QueryContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Says in an answer how old it is and what it cost. */
final class Freshness {
  // What a query says about itself does not change what it asks.
  private static final List<String> ABOUT = List.of("tags", "response", "version", "name");

  private Freshness() {}

  static ObjectNode describe(ObjectNode answer, ProjectReader reader, Asked asked) {
    Run run = reader.run();
    run.json().ifPresent(cost -> answer.set("cost", cost));
    answer.put("is_cached", run.isCached()).put("timezone", reader.zone().getId());
    answer.put("cache_key", key(reader, asked));
    Instant computed = run.computedAt().orElse(reader.now());
    answer.put("last_refresh", computed.toString());
    // An answer of a changed lake is computed anew at once, without waiting for an age.
    answer.putNull("cache_target_age");
    return answer.put("next_allowed_client_refresh", computed.toString());
  }

  private static String key(ProjectReader reader, Asked asked) {
    ObjectNode query = asked.query().deepCopy();
    query.remove(ABOUT);
    QueryContext context = reader.context();
    String text =
        "%d %s %s %s%s"
            .formatted(
                context.project(), context.zone(), context.weekStart(), asked.limits(), query);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "cache_%d_%s"
          .formatted(context.project(), HexFormat.of().formatHex(digest).substring(0, 32));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JVM has SHA-256", impossible);
    }
  }
}
