package dev.tenrec.flags.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.flags.FlagAnswer;
import dev.tenrec.flags.Reason;
import dev.tenrec.http.HttpRequest;
import java.util.Collection;

/** The shapes that answers had over the years. */
enum AnswerShape {
  /** {@code /decide} 1: the keys of the enabled flags. */
  KEYS,
  /** {@code /decide} 2: what the enabled flags evaluate to. */
  ENABLED,
  /** {@code /decide} 3 and {@code /flags} 1: what all flags evaluate to, and payloads. */
  VALUES,
  /** {@code /decide} 4 and {@code /flags} 2: everything, with reasons. */
  DETAILS;

  static AnswerShape of(HttpRequest request) {
    int version =
        request
            .parameter("v")
            .or(() -> request.parameter("version"))
            .filter(text -> text.matches("[0-9]{1,3}"))
            .map(Integer::parseInt)
            .orElse(-1);
    if (request.route().equals("/decide")) {
      return switch (version) {
        case -1, 0, 1 -> KEYS;
        case 2 -> ENABLED;
        case 3 -> VALUES;
        default -> DETAILS;
      };
    }
    boolean details = version >= 2 || (version == -1 && request.parameter("config").isEmpty());
    return details ? DETAILS : VALUES;
  }

  /** Writes the answers into the body. */
  void write(Collection<FlagAnswer> answers, ObjectNode body) {
    switch (this) {
      case KEYS -> {
        var keys = body.putArray("featureFlags");
        answers.stream().filter(FlagAnswer::enabled).forEach(answer -> keys.add(answer.flag()));
      }
      case ENABLED -> {
        ObjectNode values = body.putObject("featureFlags");
        answers.stream().filter(FlagAnswer::enabled).forEach(answer -> putValue(values, answer));
      }
      case VALUES -> {
        ObjectNode values = body.putObject("featureFlags");
        ObjectNode payloads = body.putObject("featureFlagPayloads");
        for (FlagAnswer answer : answers) {
          putValue(values, answer);
          answer.payload().ifPresent(payload -> payloads.put(answer.flag(), payload));
        }
      }
      case DETAILS -> {
        ObjectNode flags = body.putObject("flags");
        answers.forEach(answer -> flags.set(answer.flag(), details(answer)));
      }
    }
  }

  private static void putValue(ObjectNode values, FlagAnswer answer) {
    putValue(values, answer.flag(), answer);
  }

  static void putValue(ObjectNode values, String field, FlagAnswer answer) {
    answer
        .variant()
        .ifPresentOrElse(
            variant -> values.put(field, variant), () -> values.put(field, answer.enabled()));
  }

  static void putReason(ObjectNode reason, String field, Reason why) {
    reason.put(field, why.code().wireName());
    why.conditionIndex()
        .ifPresentOrElse(
            index -> reason.put("condition_index", index), () -> reason.putNull("condition_index"));
  }

  static ObjectNode details(FlagAnswer answer) {
    ObjectNode flag = JsonNodeFactory.instance.objectNode();
    flag.put("key", answer.flag()).put("enabled", answer.enabled());
    flag.put("variant", answer.variant().orElse(null));
    ObjectNode reason = flag.putObject("reason");
    putReason(reason, "code", answer.reason());
    reason.put("description", answer.reason().description());
    ObjectNode metadata = flag.putObject("metadata");
    metadata.put("id", answer.id()).put("version", answer.version());
    metadata.putNull("description");
    metadata.put("payload", answer.payload().orElse(null));
    metadata.put("has_experiment", false);
    return flag;
  }
}
