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
import java.util.stream.Collectors;

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
    JsonNode filters = json.path("filters");
    OptionalInt groupType = index(filters.path("aggregation_group_type_index"));
    List<ConditionSet> sets = new ArrayList<>();
    filters.path("groups").forEach(set -> sets.add(conditionSet(set, groupType)));
    return new Flag(
        json.path("id").asLong(),
        key(json),
        json.path("version").asLong(1),
        json.path("active").asBoolean(true),
        sets,
        variants(filters.path("multivariate").path("variants")),
        payloads(filters.path("payloads")),
        bucketing(json),
        groupType,
        enrollment(filters),
        filters.path("early_exit").asBoolean(),
        holdout(filters),
        dependencies(sets),
        Runtime.of(json.path("evaluation_runtime").asText("all")),
        texts(json.path("evaluation_contexts")));
  }

  private static String key(JsonNode json) {
    String key = json.path("key").asText("");
    if (!key.matches("[A-Za-z0-9_.\\-]{1,400}")) {
      throw new FlagException(
          "key",
          "key is \""
              + key
              + "\": use 1 to 400 letters, digits, hyphens, underscores and periods.");
    }
    return key;
  }

  private ConditionSet conditionSet(JsonNode set, OptionalInt flagGroupType) {
    List<PropertyFilter> filters = new ArrayList<>();
    set.path("properties").forEach(filter -> filters.add(PropertyFilters.parse(filter, flagKeys)));
    // Null means what the flag says, as in the SDKs, and not persons.
    OptionalInt own = index(set.path("aggregation_group_type_index"));
    return new ConditionSet(
        filters,
        set.path("rollout_percentage").asDouble(100),
        Optional.ofNullable(set.path("variant").textValue()),
        own.isPresent() ? own : flagGroupType);
  }

  private static List<Variant> variants(JsonNode array) {
    List<Variant> variants = new ArrayList<>();
    for (JsonNode variant : array) {
      variants.add(
          new Variant(
              variant.path("key").asText(""), variant.path("rollout_percentage").asDouble(0)));
    }
    return variants;
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
    boolean device = json.path("bucketing_identifier").asText("").equals("device_id");
    boolean keeping = json.path("ensure_experience_continuity").asBoolean();
    if (device && keeping) {
      throw new FlagException(
          "bucketing_identifier",
          "A flag that follows the device cannot keep answers after a sign-up: take"
              + " ensure_experience_continuity or the bucketing_identifier device_id away.");
    }
    if (device) {
      return Flag.Bucketing.DEVICE_ID;
    }
    return keeping ? Flag.Bucketing.FIRST_SEEN_ID : Flag.Bucketing.DISTINCT_ID;
  }

  private Flag.Enrollment enrollment(JsonNode filters) {
    if (filters.path("feature_enrollment").asBoolean()) {
      return new Flag.Enrollment.ByProperty();
    }
    JsonNode older = filters.path("super_groups").path(0);
    return older.isObject()
        ? new Flag.Enrollment.ByCondition(conditionSet(older, OptionalInt.empty()))
        : new Flag.Enrollment.None();
  }

  private static Optional<Flag.Holdout> holdout(JsonNode filters) {
    JsonNode holdout = filters.path("holdout");
    if (holdout.hasNonNull("id") && holdout.hasNonNull("exclusion_percentage")) {
      return Optional.of(
          new Flag.Holdout(
              "holdout-" + holdout.path("id").asText(),
              holdout.path("exclusion_percentage").asDouble(0)));
    }
    JsonNode older = filters.path("holdout_groups").path(0);
    return older.hasNonNull("variant")
        ? Optional.of(
            new Flag.Holdout(
                older.path("variant").asText(), older.path("rollout_percentage").asDouble(100)))
        : Optional.empty();
  }

  private static Set<String> dependencies(List<ConditionSet> sets) {
    return sets.stream()
        .flatMap(set -> set.filters().stream())
        .flatMap(PropertyFilter::flags)
        .collect(Collectors.toSet());
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
