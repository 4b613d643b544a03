package dev.tenrec.flags.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Definitions as SDKs evaluate them by themselves. A filter on another flag names that flag by its
 * key and lists what must be evaluated before it. Cohorts go along where the SDK can evaluate them;
 * for those that cannot, cohorts of one group of properties are written out in their place. Static
 * cohorts are left out of both: an SDK then asks the server.
 */
final class PublishedDefinitions {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, ObjectNode> flagsByName = new LinkedHashMap<>();
  private final Map<String, JsonNode> criteria = new LinkedHashMap<>();
  private final ProjectFlags.Compiled compiled;

  PublishedDefinitions(ProjectFlags.Compiled compiled) {
    this.compiled = compiled;
    for (ObjectNode flag : compiled.flags()) {
      flagsByName.put(flag.path("id").asText(), flag);
      flagsByName.put(flag.path("key").asText(), flag);
    }
    for (ObjectNode cohort : compiled.cohorts()) {
      if (!cohort.path("is_static").asBoolean()) {
        criteria.put(cohort.path("id").asText(), cohort.path("filters").path("properties"));
      }
    }
  }

  ObjectNode body(boolean withCohorts) {
    ObjectNode body = JSON.objectNode();
    ArrayNode flags = body.putArray("flags");
    compiled.flags().forEach(flag -> flags.add(flag(flag, withCohorts)));
    ObjectNode types = body.putObject("group_type_mapping");
    compiled.groupTypes().forEach((index, name) -> types.put(index.toString(), name));
    ObjectNode cohorts = body.putObject("cohorts");
    if (withCohorts) {
      criteria.forEach((id, tree) -> cohorts.set(id, published(tree)));
    }
    // Values are compared as text; without this number SDKs take every text that is not "true" for
    // false.
    return body.put("property_matching_version", 2);
  }

  private ObjectNode flag(ObjectNode stored, boolean withCohorts) {
    ObjectNode flag = stored.deepCopy();
    flag.put("deleted", false);
    flag.put("has_experiment", false).put("has_encrypted_payloads", false);
    flag.put(
        "ensure_experience_continuity", stored.path("ensure_experience_continuity").asBoolean());
    if (flag.path("filters") instanceof ObjectNode filters) {
      for (JsonNode set : filters.path("groups")) {
        if (set instanceof ObjectNode object) {
          publish(object, withCohorts);
        }
      }
    }
    return flag;
  }

  private void publish(ObjectNode set, boolean withCohorts) {
    ArrayNode properties = JSON.arrayNode();
    for (JsonNode property : set.path("properties")) {
      writtenOut(property, withCohorts)
          .ifPresentOrElse(
              parts -> parts.forEach(properties::add), () -> properties.add(published(property)));
    }
    set.set("properties", properties);
    if (set.path("rollout_percentage").isMissingNode()) {
      set.putNull("rollout_percentage");
    }
  }

  // A cohort of one group of properties, all of which must hold, says the same as the properties.
  private Optional<List<JsonNode>> writtenOut(JsonNode property, boolean withCohorts) {
    if (withCohorts
        || !property.path("type").asText().equals("cohort")
        || property.path("operator").asText("in").equals("not_in")
        || property.path("negation").asBoolean()) {
      return Optional.empty();
    }
    JsonNode tree = criteria.get(property.path("value").asText());
    while (tree != null
        && tree.path("values").size() == 1
        && tree.path("values").path(0).has("values")) {
      tree = tree.path("values").path(0);
    }
    if (tree == null || !tree.path("type").asText("AND").equals("AND")) {
      return Optional.empty();
    }
    List<JsonNode> parts = new ArrayList<>();
    for (JsonNode part : tree.path("values")) {
      if (!part.path("type").asText().equals("person") || part.path("negation").asBoolean()) {
        return Optional.empty();
      }
      parts.add(part);
    }
    return Optional.of(parts);
  }

  private JsonNode published(JsonNode filter) {
    if (filter.has("values")) {
      ObjectNode tree = filter.deepCopy();
      ArrayNode values = tree.putArray("values");
      filter.path("values").forEach(part -> values.add(published(part)));
      return tree;
    }
    if (!(filter instanceof ObjectNode) || !filter.path("type").asText().equals("flag")) {
      return filter.deepCopy();
    }
    ObjectNode dependency = filter.deepCopy();
    ObjectNode target = flagsByName.get(filter.path("key").asText());
    if (target != null) {
      dependency.put("key", target.path("key").asText());
    }
    ArrayNode chain = dependency.putArray("dependency_chain");
    DependencyChain.of(filter.path("key").asText(), flagsByName).forEach(chain::add);
    return dependency;
  }
}
