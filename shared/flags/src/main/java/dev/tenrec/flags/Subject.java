package dev.tenrec.flags;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom flags are evaluated for, with everything known of them.
 *
 * @param distinctId who asks
 * @param deviceId their device, for flags that follow the device
 * @param hashKeys per flag key the identifier that an earlier evaluation fixed, so that a visitor
 *     keeps their answers when they sign up
 * @param personProperties the person's properties, what the request sent laid over what is stored
 * @param groups group type name to group key
 * @param groupProperties group type name to the group's properties
 * @param cohorts ids of the static cohorts the person belongs to
 * @param now the moment relative dates count from
 */
public record Subject(
    String distinctId,
    Optional<String> deviceId,
    Map<String, String> hashKeys,
    Map<String, JsonNode> personProperties,
    Map<String, String> groups,
    Map<String, Map<String, JsonNode>> groupProperties,
    Set<Long> cohorts,
    Instant now) {
  public Subject {
    requireNonNull(distinctId, "distinctId is null");
    requireNonNull(deviceId, "deviceId is null");
    requireNonNull(now, "now is null");
    hashKeys = Map.copyOf(hashKeys);
    personProperties = Map.copyOf(personProperties);
    groups = Map.copyOf(groups);
    groupProperties = Map.copyOf(groupProperties);
    cohorts = Set.copyOf(cohorts);
  }

  /** A person of whom nothing but the distinct id and some properties is known. */
  public static Subject person(String distinctId, Map<String, JsonNode> properties, Instant now) {
    return new Subject(
        distinctId, Optional.empty(), Map.of(), properties, Map.of(), Map.of(), Set.of(), now);
  }
}
