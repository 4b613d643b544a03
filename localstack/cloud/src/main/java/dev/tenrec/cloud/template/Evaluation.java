package dev.tenrec.cloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tenrec.cloud.progress.Progress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves one value of one stack. Empty means that there is no value: either the template says so
 * ({@code AWS::NoValue}) or it was not understood, which has then been named.
 */
final class Evaluation {
  // One chain of references may run through several stacks and so through several evaluations.
  private static final ThreadLocal<Deque<String>> CHAIN = ThreadLocal.withInitial(ArrayDeque::new);

  private final Templates templates;
  private final String stack;
  private final String where;
  private final Progress progress;

  Evaluation(Templates templates, String stack, String where, Progress progress) {
    this.templates = templates;
    this.stack = stack;
    this.where = where;
    this.progress = progress;
  }

  Optional<JsonNode> value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> object(node);
      case ARRAY -> Optional.of(array(node));
      case STRING -> new DynamicReferences(this, templates).value(node.asText());
      default -> Optional.of(node);
    };
  }

  /** The value as text: a list of one is not text, a number is. */
  Optional<String> text(JsonNode node) {
    return value(node).flatMap(this::asText);
  }

  Optional<String> asText(JsonNode value) {
    return value.isValueNode()
        ? Optional.of(value.asText())
        : unknown("a text is wanted where " + shown(value) + " stands");
  }

  boolean condition(String name) {
    JsonNode body = templates.body(stack).path("Conditions").get(name);
    if (body == null) {
      unknown("condition " + name + " is not in the template; taken as false");
      return false;
    }
    return guarded("condition " + name, () -> Optional.of(new Conditions(this).holds(body)))
        .orElse(false);
  }

  Optional<JsonNode> reference(String name) {
    return switch (name) {
      case "AWS::AccountId" -> text(templates.place().account());
      case "AWS::Region" -> text(templates.place().region());
      case "AWS::Partition" -> text("aws");
      case "AWS::URLSuffix" -> text("amazonaws.com");
      case "AWS::StackName" -> text(stack);
      case "AWS::StackId" ->
          text(templates.place().arn("cloudformation", "stack/" + stack + "/local"));
      case "AWS::NotificationARNs" -> Optional.of(JsonNodeFactory.instance.arrayNode());
      case "AWS::NoValue" -> Optional.empty();
      default -> named(name);
    };
  }

  private Optional<JsonNode> named(String name) {
    JsonNode body = templates.body(stack);
    if (body.path("Parameters").has(name)) {
      Optional<JsonNode> value = templates.parameters().value(stack, body, name);
      return value.isPresent()
          ? value
          : unknown("parameter " + name + " has no default; give --parameter " + name + "=VALUE");
    }
    return templates
        .resource(stack, name)
        .flatMap(
            resource ->
                guarded("Ref " + name, () -> templates.attributes().reference(resource, templates)))
        .or(() -> unknown("Ref " + name + " is not known"));
  }

  Optional<JsonNode> attribute(String logicalId, String name) {
    return templates
        .resource(stack, logicalId)
        .flatMap(
            resource ->
                guarded(
                    "Fn::GetAtt " + logicalId + "." + name,
                    () -> templates.attributes().attribute(resource, name, templates)))
        .or(
            () ->
                unknown(
                    "Fn::GetAtt "
                        + logicalId
                        + "."
                        + name
                        + templates
                            .resource(stack, logicalId)
                            .map(resource -> " (" + resource.type() + ")")
                            .orElse("")
                        + " is not known"));
  }

  Templates templates() {
    return templates;
  }

  String stack() {
    return stack;
  }

  String where() {
    return where;
  }

  <T> Optional<T> unknown(String what) {
    progress.notice(where + ": " + what + "; left out");
    return Optional.empty();
  }

  static String shown(JsonNode node) {
    String text = node.toString();
    return text.length() > 120 ? text.substring(0, 120) + "..." : text;
  }

  private Optional<JsonNode> object(JsonNode node) {
    if (node.size() == 1) {
      Map.Entry<String, JsonNode> only = node.properties().iterator().next();
      if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
        return new Functions(this).call(only.getKey(), only.getValue());
      }
    }
    ObjectNode resolved = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      value(field.getValue()).ifPresent(value -> resolved.set(field.getKey(), value));
    }
    return Optional.of(resolved);
  }

  private ArrayNode array(JsonNode node) {
    ArrayNode resolved = JsonNodeFactory.instance.arrayNode();
    for (JsonNode item : node) {
      value(item).ifPresent(resolved::add);
    }
    return resolved;
  }

  private <T> Optional<T> guarded(String step, java.util.function.Supplier<Optional<T>> work) {
    Deque<String> chain = CHAIN.get();
    String link = stack + " " + step;
    if (chain.contains(link)) {
      return unknown(step + " refers to itself in a circle");
    }
    chain.push(link);
    try {
      return work.get();
    } finally {
      chain.pop();
    }
  }

  private static Optional<JsonNode> text(String value) {
    return Optional.of(TextNode.valueOf(value));
  }
}
