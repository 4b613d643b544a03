package dev.tenrec.flags.property;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.flags.FlagException;
import java.util.function.Function;

/** Reads filters as definitions store them: {@code {key, type, operator, value}}. */
public final class PropertyFilters {
  private static final String FIELD = "filters__groups__properties";

  private PropertyFilters() {}

  /**
   * The filter of that JSON.
   *
   * @param flagKeys the key of the flag that a dependency names by its id or its key
   * @throws FlagException when it cannot be understood
   */
  public static PropertyFilter parse(JsonNode json, Function<String, String> flagKeys) {
    String key = json.path("key").asText("");
    String type = json.path("type").asText("person");
    String operator = json.path("operator").asText("exact");
    JsonNode value = json.path("value");
    return switch (type) {
      case "person" ->
          new PropertyFilter.OfPerson(
              required(key), operator, value, ValueTests.of(operator, key, value));
      case "person_metadata" ->
          new PropertyFilter.OfPerson(
              PersonMetadata.key(metadata(key)),
              operator,
              value,
              ValueTests.of(operator, key, value));
      case "group" ->
          new PropertyFilter.OfGroup(
              json.path("group_type_index").asInt(0),
              required(key),
              operator,
              value,
              ValueTests.of(operator, key, value));
      case "cohort" ->
          new PropertyFilter.InCohort(
              cohort(value), operator.equals("not_in") || json.path("negation").asBoolean());
      case "flag" -> PropertyFilter.OfFlag.of(flagKeys.apply(required(key)), value);
      case "behavioral" ->
          throw new FlagException(
              FIELD,
              "A criterion asks what persons did, and flags cannot look into events: ask for a"
                  + " person's property, or make a static cohort of those who did it.");
      default ->
          throw new FlagException(
              FIELD, "type is \"" + type + "\": write person, group, cohort or flag.");
    };
  }

  private static String required(String key) {
    if (key.isEmpty()) {
      throw new FlagException(FIELD, "A property filter has no key: name the property.");
    }
    return key;
  }

  private static String metadata(String key) {
    if (!PersonMetadata.key(key).equals(PersonMetadata.CREATED_AT)) {
      throw new FlagException(
          FIELD, "key is \"" + key + "\": of a person's own fields there is created_at.");
    }
    return key;
  }

  private static long cohort(JsonNode value) {
    String text = value.asText("");
    if (!text.matches("[0-9]{1,15}")) {
      throw new FlagException(
          FIELD, "value is " + value + ": a cohort filter needs a cohort's id.");
    }
    return Long.parseLong(text);
  }
}
