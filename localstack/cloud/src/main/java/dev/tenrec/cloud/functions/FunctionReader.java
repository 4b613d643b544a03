package dev.tenrec.cloud.functions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.cloud.progress.Progress;
import dev.tenrec.cloud.resources.LocalAttributes;
import dev.tenrec.cloud.template.Assembly;
import dev.tenrec.cloud.template.Resource;
import dev.tenrec.cloud.template.Templates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the functions of the templates. Those that are not Java are named and left out. */
public final class FunctionReader {
  private static final Set<String> NAMELESS =
      Set.of("Resource", "Function", "Lambda", "Handler", "Fn");

  private final Assembly assembly;
  private final Templates templates;
  private final Progress progress;

  public FunctionReader(Assembly assembly, Templates templates, Progress progress) {
    this.assembly = assembly;
    this.templates = templates;
    this.progress = progress;
  }

  /** Every function that can be run. */
  public List<FunctionDefinition> read() {
    List<FunctionDefinition> functions = new ArrayList<>();
    Set<String> labels = new HashSet<>();
    for (Resource resource : templates.resources("AWS::Lambda::Function")) {
      JsonNode properties = templates.properties(resource);
      String runtime = properties.path("Runtime").asText();
      String key = properties.at("/Code/S3Key").asText("");
      Optional<Path> code = assembly.asset(key);
      if (!runtime.startsWith("java")) {
        progress.notice(resource + ": runtime \"" + runtime + "\" is not run here; left out");
      } else if (code.isEmpty()) {
        progress.notice(resource + ": its code is no asset of the assembly; left out");
      } else {
        if (properties.path("Layers").size() > 0) {
          progress.notice(resource + ": layers have no effect here");
        }
        String label = label(resource, labels);
        functions.add(definition(resource, label, properties, code.get(), key));
      }
    }
    return functions;
  }

  private FunctionDefinition definition(
      Resource resource, String label, JsonNode properties, Path code, String key) {
    Map<String, String> environment = new HashMap<>();
    properties
        .at("/Environment/Variables")
        .properties()
        .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asText()));
    JsonNode reserved = properties.path("ReservedConcurrentExecutions");
    return new FunctionDefinition(
        LocalAttributes.name(resource, templates),
        label,
        templates.attribute(resource, "Arn").map(JsonNode::asText).orElseThrow(),
        properties.path("Handler").asText(),
        properties.path("MemorySize").asInt(128),
        Duration.ofSeconds(properties.path("Timeout").asInt(3)),
        reserved.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(reserved.asInt()),
        environment,
        code,
        key.replaceFirst("\\.zip$", "").replaceAll("[^A-Za-z0-9_.-]", "_"));
  }

  // The part of the construct path that says what it is: Capture of Stack/Capture/Function/Resource
  private static String label(Resource resource, Set<String> taken) {
    String label = resource.logicalId();
    String[] parts = resource.constructPath().split("/", -1);
    for (int i = parts.length - 1; i > 0; i--) {
      if (!NAMELESS.contains(parts[i])) {
        label = parts[i].replaceAll("[^A-Za-z0-9_-]", "-");
        break;
      }
    }
    if (label.isEmpty() || !taken.add(label)) {
      label = resource.stack() + "-" + resource.logicalId();
      taken.add(label);
    }
    return label;
  }
}
