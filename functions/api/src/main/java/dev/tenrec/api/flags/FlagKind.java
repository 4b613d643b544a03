package dev.tenrec.api.flags;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.api.resource.DefinitionKind;
import dev.tenrec.flags.FlagCheck;
import dev.tenrec.flags.FlagException;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.JsonBody;
import dev.tenrec.stores.definitions.Definition;
import dev.tenrec.stores.definitions.Definitions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Feature flags as people define them. A flag is checked by compiling it before it is stored, so
 * what is stored can always be evaluated.
 *
 * @param definitions where the flags and cohorts are that a flag may look at
 */
record FlagKind(Definitions definitions) implements DefinitionKind {
  static final String NAME = "feature_flag";
  private static final List<String> FIELDS =
      List.of(
          "key",
          "name",
          "active",
          "filters",
          "ensure_experience_continuity",
          "evaluation_runtime",
          "evaluation_contexts",
          "bucketing_identifier",
          "is_remote_configuration",
          "tags");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String path() {
    return "feature_flags";
  }

  @Override
  public String scope() {
    return "feature_flag";
  }

  @Override
  public ObjectNode begun(JsonBody sent) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("name", "").put("active", true);
    body.putObject("filters").putArray("groups").addObject().put("rollout_percentage", 0);
    return body;
  }

  @Override
  public void merge(long project, long id, ObjectNode body, JsonBody sent) {
    sent.optionalFlag("active");
    sent.optionalFlag("is_remote_configuration");
    if (sent.optionalFlag("has_encrypted_payloads").orElse(false)) {
      throw ApiException.invalid(
          "has_encrypted_payloads",
          "invalid",
          "Payloads are not encrypted one by one: keep secrets in a store for secrets.");
    }
    sent.optionalFlag("ensure_experience_continuity");
    sent.optionalObject("filters");
    sent.optionalText("key");
    sent.copy(FIELDS, body);
    try {
      check(project, id).check(body.deepCopy().put("id", id));
    } catch (FlagException refused) {
      throw ApiException.invalid(refused.attribute(), "invalid", refused.getMessage());
    }
  }

  @Override
  public String searched(Definition flag) {
    return flag.body().path("key").asText() + " " + flag.body().path("name").asText();
  }

  private FlagCheck check(long project, long id) {
    List<ObjectNode> others =
        definitions.list(project, NAME).stream()
            .filter(flag -> flag.id() != id)
            .map(flag -> flag.body().put("id", flag.id()))
            .toList();
    Set<Long> cohorts =
        definitions.list(project, CohortKind.NAME).stream()
            .map(Definition::id)
            .collect(Collectors.toSet());
    return new FlagCheck(others, cohorts);
  }
}
