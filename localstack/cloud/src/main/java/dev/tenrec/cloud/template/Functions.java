package dev.tenrec.cloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** CloudFormation's intrinsic functions. */
final class Functions {
  private final Evaluation evaluation;

  Functions(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  Optional<JsonNode> call(String function, JsonNode argument) {
    return switch (function) {
      case "Ref" -> evaluation.reference(argument.asText());
      case "Fn::GetAtt" -> attribute(argument);
      case "Fn::Join" -> join(argument);
      case "Fn::Select" -> select(argument);
      case "Fn::Split" -> split(argument);
      case "Fn::Sub" -> new Substitution(evaluation).value(argument);
      case "Fn::If" -> choose(argument);
      case "Fn::ImportValue" -> imported(argument);
      case "Fn::GetStackOutput" -> output(argument);
      case "Fn::FindInMap" -> mapped(argument);
      case "Fn::Base64" ->
          evaluation
              .text(argument)
              .map(
                  text ->
                      text(
                          Base64.getEncoder()
                              .encodeToString(text.getBytes(StandardCharsets.UTF_8))));
      case "Fn::ToJsonString" -> evaluation.value(argument).map(value -> text(value.toString()));
      case "Fn::Length" ->
          evaluation
              .value(argument)
              .filter(JsonNode::isArray)
              .<JsonNode>map(value -> IntNode.valueOf(value.size()))
              .or(() -> evaluation.unknown("Fn::Length wants a list"));
      case "Fn::GetAZs" -> {
        String region = evaluation.templates().place().region();
        yield Optional.of(JsonNodeFactory.instance.arrayNode().add(region + "a").add(region + "b"));
      }
      case "Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not" ->
          Optional.of(
              JsonNodeFactory.instance.booleanNode(
                  new Conditions(evaluation)
                      .holds(JsonNodeFactory.instance.objectNode().set(function, argument))));
      default -> evaluation.unknown(function + " is not supported by the local cloud");
    };
  }

  private Optional<JsonNode> attribute(JsonNode argument) {
    if (argument.isTextual()) {
      String[] parts = argument.asText().split("\\.", 2);
      return parts.length == 2
          ? evaluation.attribute(parts[0], parts[1])
          : evaluation.unknown("Fn::GetAtt " + argument.asText() + " names no attribute");
    }
    return evaluation
        .text(argument.path(1))
        .flatMap(name -> evaluation.attribute(argument.path(0).asText(), name));
  }

  private Optional<JsonNode> join(JsonNode argument) {
    Optional<JsonNode> parts = evaluation.value(argument.path(1));
    // A part that is missing would make a wrong text, so the whole is missing.
    if (parts.isEmpty() || parts.get().size() != expected(argument.path(1), parts.get())) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode part : parts.get()) {
      Optional<String> text = evaluation.asText(part);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      texts.add(text.get());
    }
    // The whole may be a dynamic reference that none of its parts was.
    return evaluation.value(text(String.join(argument.path(0).asText(), texts)));
  }

  private static int expected(JsonNode written, JsonNode resolved) {
    return written.isArray() ? written.size() : resolved.size();
  }

  private Optional<JsonNode> select(JsonNode argument) {
    Optional<String> index = evaluation.text(argument.path(0));
    Optional<JsonNode> list = evaluation.value(argument.path(1));
    if (index.isEmpty() || list.isEmpty()) {
      return Optional.empty();
    }
    JsonNode item =
        index.get().matches("\\d{1,6}") ? list.get().get(Integer.parseInt(index.get())) : null;
    return item == null
        ? evaluation.unknown(
            "Fn::Select " + index.get() + " is not in " + Evaluation.shown(list.get()))
        : Optional.of(item);
  }

  private Optional<JsonNode> split(JsonNode argument) {
    return evaluation
        .text(argument.path(1))
        .map(
            text -> {
              ArrayNode parts = JsonNodeFactory.instance.arrayNode();
              for (String part : text.split(Pattern.quote(argument.path(0).asText()), -1)) {
                parts.add(part);
              }
              return parts;
            });
  }

  private Optional<JsonNode> choose(JsonNode argument) {
    boolean holds = evaluation.condition(argument.path(0).asText());
    return evaluation.value(argument.path(holds ? 1 : 2));
  }

  private Optional<JsonNode> imported(JsonNode argument) {
    return evaluation
        .text(argument)
        .flatMap(
            name ->
                evaluation
                    .templates()
                    .export(name, evaluation.where())
                    .or(() -> evaluation.unknown("no stack here exports " + name)));
  }

  private Optional<JsonNode> output(JsonNode argument) {
    Optional<String> stack = evaluation.text(argument.path("StackName"));
    Optional<String> name = evaluation.text(argument.path("OutputName"));
    if (stack.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    String stackName = stack.get().replaceFirst("^arn:[^/]*:stack/([^/]+).*$", "$1");
    return evaluation
        .templates()
        .output(stackName, name.get(), evaluation.where())
        .or(
            () ->
                evaluation.unknown(
                    "stack " + stackName + " of this assembly has no output " + name.get()));
  }

  private Optional<JsonNode> mapped(JsonNode argument) {
    Optional<String> map = evaluation.text(argument.path(0));
    Optional<String> first = evaluation.text(argument.path(1));
    Optional<String> second = evaluation.text(argument.path(2));
    if (map.isEmpty() || first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    JsonNode found =
        evaluation
            .templates()
            .body(evaluation.stack())
            .path("Mappings")
            .path(map.get())
            .path(first.get())
            .get(second.get());
    if (found != null) {
      return Optional.of(found);
    }
    JsonNode otherwise = argument.path(3).get("DefaultValue");
    return otherwise != null
        ? evaluation.value(otherwise)
        : evaluation.unknown(
            "Fn::FindInMap finds no " + map.get() + "/" + first.get() + "/" + second.get());
  }

  private static JsonNode text(String value) {
    return TextNode.valueOf(value);
  }
}
