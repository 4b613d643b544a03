package dev.tenrec.demo.shop;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * Where the shop learns which feature flags are on for a visitor. The same question has the same
 * answer, or the traffic is another one.
 */
@FunctionalInterface
public interface FlagSource {
  /** A shop without flags. */
  FlagSource NONE = _ -> Map.of();

  /** The answers, by the flags' keys. */
  Map<String, Answer> ask(Question question);

  /**
   * What an SDK asks with.
   *
   * @param distinctId who the visitor is
   * @param deviceId their browser
   * @param anonymousId who they were before they signed in just now
   * @param personProperties what the browser knows of them
   */
  record Question(
      String distinctId,
      String deviceId,
      Optional<String> anonymousId,
      Map<String, String> personProperties) {
    public Question {
      requireNonNull(distinctId, "distinctId is null");
      requireNonNull(deviceId, "deviceId is null");
      requireNonNull(anonymousId, "anonymousId is null");
      personProperties = Map.copyOf(personProperties);
    }
  }

  /**
   * What a flag is for somebody.
   *
   * @param value true, false or the name of a variant
   * @param reason why, in words
   */
  record Answer(JsonNode value, long id, long version, String reason) {
    public Answer {
      requireNonNull(value, "value is null");
      requireNonNull(reason, "reason is null");
    }

    /** Whether it is anything but false. */
    boolean enabled() {
      return value.isTextual() || value.asBoolean();
    }
  }
}
