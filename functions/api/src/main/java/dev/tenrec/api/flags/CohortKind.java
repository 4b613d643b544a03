package dev.tenrec.api.flags;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.api.resource.DefinitionKind;
import dev.tenrec.flags.FlagException;
import dev.tenrec.flags.FlagPlan;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.JsonBody;
import dev.tenrec.stores.cohorts.CohortMembers;
import dev.tenrec.stores.definitions.Definition;
import dev.tenrec.stores.definitions.Definitions;
import java.util.List;

/**
 * Cohorts as people define them: by criteria over what is stored of persons, or as a list. A cohort
 * that a flag looks at cannot be deleted.
 *
 * @param definitions where the flags are
 * @param members who is on the lists
 */
record CohortKind(Definitions definitions, CohortMembers members) implements DefinitionKind {
  static final String NAME = "cohort";
  private static final int LONGEST_NAME = 400;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String path() {
    return "cohorts";
  }

  @Override
  public String scope() {
    return "cohort";
  }

  @Override
  public ObjectNode begun(JsonBody sent) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("name", "").put("description", "");
    body.put("is_static", sent.optionalFlag("is_static").orElse(false));
    body.putObject("filters");
    return body;
  }

  @Override
  public void merge(long project, long id, ObjectNode body, JsonBody sent) {
    sent.optionalText("name").ifPresent(name -> body.put("name", name));
    sent.optionalText("description").ifPresent(text -> body.put("description", text));
    sent.optionalObject("filters").ifPresent(filters -> body.set("filters", filters));
    if (!sent.has("filters") && sent.has("groups")) {
      body.set("filters", fromGroups(sent.items("groups")));
    }
    String name = body.path("name").asText();
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw ApiException.invalid(
          "name", "invalid", "A cohort's name has 1 to " + LONGEST_NAME + " characters.");
    }
    boolean listed = body.path("is_static").asBoolean();
    if (sent.optionalFlag("is_static").filter(wanted -> wanted != listed).isPresent()) {
      throw ApiException.invalid(
          "is_static", "invalid", "A cohort stays what it is: make another one.");
    }
    try {
      FlagPlan.checkCohort(body);
    } catch (FlagException refused) {
      throw ApiException.invalid("filters", "invalid", refused.getMessage());
    }
  }

  @Override
  public void requireUnused(Definition cohort) {
    List<String> users =
        definitions.list(cohort.project(), FlagKind.NAME).stream()
            .filter(flag -> looksAt(flag.body().path("filters"), cohort.id()))
            .map(flag -> flag.body().path("key").asText())
            .toList();
    if (!users.isEmpty()) {
      throw ApiException.invalid(
          "deleted",
          "in_use",
          "Flags look at this cohort: take it out of " + String.join(", ", users) + " first.");
    }
  }

  @Override
  public void forget(Definition deleted) {
    members.clear(deleted.project(), deleted.id());
  }

  @Override
  public ObjectNode json(Definition cohort) {
    ObjectNode body = DefinitionKind.super.json(cohort);
    body.putArray("groups");
    // Membership is computed when somebody asks, so there is nothing to wait for.
    body.put("is_calculating", false).put("errors_calculating", 0).putNull("last_calculation");
    if (body.path("is_static").asBoolean() && !cohort.deleted()) {
      body.put("count", members.of(cohort.project(), cohort.id()).size());
    } else {
      body.putNull("count");
    }
    return body;
  }

  private static boolean looksAt(JsonNode filters, long cohort) {
    if (filters.path("type").asText().equals("cohort")) {
      return filters.path("value").asText().equals(String.valueOf(cohort));
    }
    for (JsonNode part : filters) {
      if (looksAt(part, cohort)) {
        return true;
      }
    }
    return false;
  }

  /** The older shape: groups of properties, one of which must hold whole. */
  private static ObjectNode fromGroups(List<JsonNode> groups) {
    ObjectNode filters = JsonNodeFactory.instance.objectNode();
    ArrayNode any = filters.putObject("properties").put("type", "OR").putArray("values");
    for (JsonNode group : groups) {
      any.addObject().put("type", "AND").set("values", group.path("properties"));
    }
    return filters;
  }
}
