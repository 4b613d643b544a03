package dev.tenrec.cloud.template;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.cloud.progress.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The templates of an assembly, resolved on demand. Guarantees: a resource whose condition is false
 * does not exist; what cannot be resolved is absent from the answer and named once in the progress
 * report; a reference that goes in a circle is named instead of never ending.
 */
public final class Templates {
  private final Map<String, StackTemplate> stacks = new LinkedHashMap<>();
  private final Map<String, Map<String, Resource>> resources = new LinkedHashMap<>();
  private final Parameters parameters;
  private final Place place;
  private final Attributes attributes;
  private final Progress progress;
  private final Exports exports = new Exports();

  public Templates(
      Assembly assembly,
      Map<String, String> parameters,
      Place place,
      Attributes attributes,
      Progress progress) {
    this.place = requireNonNull(place, "place is null");
    this.attributes = requireNonNull(attributes, "attributes is null");
    this.progress = requireNonNull(progress, "progress is null");
    assembly.stacks().forEach(stack -> stacks.put(stack.name(), stack));
    this.parameters = new Parameters(parameters, stacks.values(), progress);
    stacks.values().forEach(stack -> resources.put(stack.name(), read(stack)));
  }

  /** The place the templates are applied to. */
  public Place place() {
    return place;
  }

  /** Every resource that exists, stack by stack, in the order written. */
  public List<Resource> resources() {
    return resources.values().stream().flatMap(stack -> stack.values().stream()).toList();
  }

  /** Every resource of one type. */
  public List<Resource> resources(String type) {
    return resources().stream().filter(resource -> resource.type().equals(type)).toList();
  }

  /** All properties, resolved. */
  public JsonNode properties(Resource resource) {
    return evaluation(resource.stack(), resource.toString())
        .value(resource.properties())
        .orElse(JsonNodeFactory.instance.objectNode());
  }

  /** One property, resolved; cheaper than all, and safe where the others refer back. */
  public Optional<JsonNode> property(Resource resource, String name) {
    JsonNode raw = resource.properties().get(name);
    return raw == null
        ? Optional.empty()
        : evaluation(resource.stack(), resource + "." + name).value(raw);
  }

  /** An attribute of a resource, as {@code Fn::GetAtt} gives it. */
  public Optional<JsonNode> attribute(Resource resource, String name) {
    return attributes.attribute(resource, name, this);
  }

  /** The outputs of a stack, resolved, by name. */
  public Map<String, String> outputs(String stack) {
    Map<String, String> outputs = new LinkedHashMap<>();
    stacks
        .get(stack)
        .body()
        .path("Outputs")
        .fieldNames()
        .forEachRemaining(
            name ->
                output(stack, name, stack + " output " + name)
                    .ifPresent(value -> outputs.put(name, value.asText())));
    return outputs;
  }

  /** The names of the stacks, in deployment order. */
  public List<String> stacks() {
    return List.copyOf(stacks.keySet());
  }

  Optional<Resource> resource(String stack, String logicalId) {
    return Optional.ofNullable(resources.getOrDefault(stack, Map.of()).get(logicalId));
  }

  JsonNode body(String stack) {
    return stacks.get(stack).body();
  }

  Parameters parameters() {
    return parameters;
  }

  Attributes attributes() {
    return attributes;
  }

  Optional<JsonNode> output(String stack, String name, String where) {
    StackTemplate template = stacks.get(stack);
    if (template == null) {
      return Optional.empty();
    }
    JsonNode value = template.body().path("Outputs").path(name).get("Value");
    return value == null ? Optional.empty() : evaluation(stack, where).value(value);
  }

  Optional<JsonNode> export(String name, String where) {
    return exports
        .find(this, stacks.values(), name)
        .flatMap(found -> output(found.stack(), found.output(), where));
  }

  Evaluation evaluation(String stack, String where) {
    return new Evaluation(this, stack, where, progress);
  }

  private Map<String, Resource> read(StackTemplate stack) {
    Map<String, Resource> found = new LinkedHashMap<>();
    List<Map.Entry<String, JsonNode>> entries =
        new ArrayList<>(stack.body().path("Resources").properties());
    for (Map.Entry<String, JsonNode> entry : entries) {
      JsonNode body = entry.getValue();
      String where = stack.name() + "/" + entry.getKey();
      if (body.has("Condition")
          && !evaluation(stack.name(), where).condition(body.get("Condition").asText())) {
        continue;
      }
      found.put(
          entry.getKey(),
          new Resource(
              stack.name(),
              entry.getKey(),
              body.path("Type").asText(),
              body.path("Metadata")
                  .path("aws:cdk:path")
                  .asText(stack.constructPaths().getOrDefault(entry.getKey(), "")),
              body.has("Properties")
                  ? body.get("Properties")
                  : JsonNodeFactory.instance.objectNode()));
    }
    return found;
  }
}
