package dev.tenrec.cloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** The functions that a template's conditions are made of. */
final class Conditions {
  private final Evaluation evaluation;

  Conditions(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  boolean holds(JsonNode body) {
    if (body.isBoolean()) {
      return body.asBoolean();
    }
    if (!body.isObject() || body.size() != 1) {
      evaluation.unknown("condition " + Evaluation.shown(body) + " is not one; taken as false");
      return false;
    }
    Map.Entry<String, JsonNode> only = body.properties().iterator().next();
    JsonNode argument = only.getValue();
    return switch (only.getKey()) {
      case "Condition" -> evaluation.condition(argument.asText());
      case "Fn::Not" -> !holds(argument.path(0));
      case "Fn::Equals" -> {
        Optional<JsonNode> left = evaluation.value(argument.path(0));
        Optional<JsonNode> right = evaluation.value(argument.path(1));
        yield left.map(JsonNode::asText).equals(right.map(JsonNode::asText));
      }
      case "Fn::And" -> {
        for (JsonNode part : argument) {
          if (!holds(part)) {
            yield false;
          }
        }
        yield true;
      }
      case "Fn::Or" -> {
        for (JsonNode part : argument) {
          if (holds(part)) {
            yield true;
          }
        }
        yield false;
      }
      default -> {
        evaluation.unknown("condition " + only.getKey() + " is not supported; taken as false");
        yield false;
      }
    };
  }
}
