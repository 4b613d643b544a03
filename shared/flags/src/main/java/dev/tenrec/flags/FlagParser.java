package dev.tenrec.flags;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.flags.property.PropertyFilter;
import dev.tenrec.flags.property.PropertyFilters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** Reads one flag's definition as PostHog stores it. */
final class FlagParser {
  private final Function<String, String> flagKeys;

  /**
   * @param flagKeys the key of the flag that a dependency names by its id or its key
   */
  FlagParser(Function<String, String> flagKeys) {
    this.flagKeys = flagKeys;
  }

  Flag parse(JsonNode json) {
    String key = json.path("key").asText("");
    if (!key.matches("[A-Za-z0-9_.\\-]{1,400}")) {
      throw new FlagException(
          "key",
          "key is \""
              + key
              + "\": use 1 to 400 letters, digits, hyphens, underscores and periods.");
    }
    JsonNode filters = json.path("filters");
    OptionalInt groupType = index(filters.path("aggregation_group_type_index"));
    List<ConditionSet> sets = new ArrayList<>();
    filters.path("groups").forEach(set -> sets.add(conditionSet(set, groupType)));
    List<Variant> variants = new ArrayList<>();
    filters
        .path("multivariate")
        .path("variants")
        .forEach(
            variant ->
                variants.add(
                    new Variant(
                        variant.path("key").asText(""),
                        variant.path("rollout_percentage").asDouble(0))));
    return new Flag(
        json.path("id").asLong(),
        key,
        json.path("version").asLong(1),
        sets,
        variants,
        payloads(filters.path("payloads")),
        bucketing(json),
        filters.path("feature_enrollment").asBoolean(),
        filters.path("early_exit").asBoolean(),
        holdout(filters.path("holdout")),
        dependencies(sets),
        Runtime.of(json.path("evaluation_runtime").asText("all")),
        texts(json.path("evaluation_contexts")));
  }

  private ConditionSet conditionSet(JsonNode set, OptionalInt flagGroupType) {
    List<PropertyFilter> filters = new ArrayList<>();
    set.path("properties").forEach(filter -> filters.add(PropertyFilters.parse(filter, flagKeys)));
    OptionalInt own = index(set.path("aggregation_group_type_index"));
    return new ConditionSet(
        filters,
        set.path("rollout_percentage").asDouble(100),
        Optional.ofNullable(set.path("variant").textValue()),
        own.isPresent() ? own : flagGroupType);
  }

  private static Map<String, String> payloads(JsonNode json) {
    Map<String, String> payloads = new LinkedHashMap<>();
    json.properties()
        .forEach(
            entry -> {
              JsonNode payload = entry.getValue();
              if (!payload.isNull()) {
                payloads.put(
                    entry.getKey(), payload.isTextual() ? payload.textValue() : payload.toString());
              }
            });
    return payloads;
  }

  private static Flag.Bucketing bucketing(JsonNode json) {
    if (json.path("bucketing_identifier").asText("").equals("device_id")) {
      return Flag.Bucketing.DEVICE_ID;
    }
    return json.path("ensure_experience_continuity").asBoolean()
        ? Flag.Bucketing.FIRST_SEEN_ID
        : Flag.Bucketing.DISTINCT_ID;
  }

  private static Optional<Flag.Holdout> holdout(JsonNode json) {
    return json.isObject()
        ? Optional.of(
            new Flag.Holdout(
                json.path("id").asText(""), json.path("exclusion_percentage").asDouble(0)))
        : Optional.empty();
  }

  private static Set<String> dependencies(List<ConditionSet> sets) {
    Set<String> keys = new HashSet<>();
    for (ConditionSet set : sets) {
      for (PropertyFilter filter : set.filters()) {
        if (filter instanceof PropertyFilter.OfFlag(String flag, _)) {
          keys.add(flag);
        }
      }
    }
    return keys;
  }

  private static OptionalInt index(JsonNode json) {
    return json.isInt() ? OptionalInt.of(json.intValue()) : OptionalInt.empty();
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new HashSet<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
