package dev.tenrec.flags.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.flags.Subject;
import dev.tenrec.http.ApiException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an SDK asks, its fields read under all their names.
 *
 * @param token the project's public token, empty when none came
 * @param distinctId who asks, cut to 200 characters; empty when none came
 * @param anonymousId who they were before they signed up
 * @param deviceId their device
 * @param personProperties what the SDK knows of them
 * @param groups group type to group key
 * @param groupProperties group type to what the SDK knows of the group
 * @param flagKeys only these flags
 * @param contexts the contexts the SDK evaluates in
 * @param runtime where the SDK says it runs
 * @param disabled whether no flag shall be evaluated
 */
record FlagsRequest(
    Optional<String> token,
    Optional<String> distinctId,
    Optional<String> anonymousId,
    Optional<String> deviceId,
    Map<String, JsonNode> personProperties,
    Map<String, String> groups,
    Map<String, Map<String, JsonNode>> groupProperties,
    Optional<Set<String>> flagKeys,
    Set<String> contexts,
    Optional<String> runtime,
    boolean disabled) {
  private static final int LONGEST_ID = 200;

  static FlagsRequest read(ObjectNode body) {
    Map<String, JsonNode> person = map(first(body, "person_properties", "$properties"));
    Map<String, String> groups = new HashMap<>();
    map(first(body, "groups", "$groups"))
        .forEach((type, key) -> text(key).ifPresent(known -> groups.put(type, known)));
    Map<String, Map<String, JsonNode>> groupProperties = new HashMap<>();
    map(first(body, "group_properties", "$group_properties"))
        .forEach((type, properties) -> groupProperties.put(type, map(properties)));
    JsonNode keys = first(body, "flag_keys", "flag_keys_to_evaluate");
    return new FlagsRequest(
        text(first(body, "token", "$token", "api_key")),
        text(first(body, "distinct_id", "$distinct_id")).map(FlagsRequest::shorten),
        text(first(body, "$anon_distinct_id", "anon_distinct_id")).map(FlagsRequest::shorten),
        text(first(body, "$device_id", "device_id"))
            .or(() -> text(person.getOrDefault("$device_id", MissingNode.getInstance()))),
        person,
        groups,
        groupProperties,
        keys.isArray() ? Optional.of(texts(keys)) : Optional.empty(),
        texts(first(body, "evaluation_contexts", "evaluation_environments")),
        text(body.path("evaluation_runtime")),
        body.path("disable_flags").asBoolean());
  }

  /**
   * Who asks.
   *
   * @throws ApiException 400 when nobody said
   */
  String requiredDistinctId() {
    return distinctId.orElseThrow(
        () ->
            ApiException.invalid(
                "distinct_id",
                "required",
                "distinct_id is missing: send the id of the user the flags are for."));
  }

  /** Who asks, with nothing but what the request says. */
  Subject alone(Instant now) {
    return new Subject(
        requiredDistinctId(),
        deviceId,
        Map.of(),
        personProperties,
        groups,
        groupProperties,
        Set.of(),
        now);
  }

  private static JsonNode first(ObjectNode body, String... names) {
    for (String name : names) {
      if (body.hasNonNull(name)) {
        return body.get(name);
      }
    }
    return MissingNode.getInstance();
  }

  private static Optional<String> text(JsonNode value) {
    return value.isTextual() || value.isNumber() ? Optional.of(value.asText()) : Optional.empty();
  }

  private static String shorten(String id) {
    return id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) : id;
  }

  private static Map<String, JsonNode> map(JsonNode object) {
    Map<String, JsonNode> map = new HashMap<>();
    object.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue()));
    return map;
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new HashSet<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
