package dev.tenrec.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A CloudFormation template, read by names that do not change: logical ids without CDK's hashes.
 *
 * @param json the template
 */
public record Template(JsonNode json) {
  private static final Pattern HASH = Pattern.compile("(?<=[A-Za-z0-9])[0-9A-F]{8}\\b");

  /** The resources of a type, by name. */
  public Map<String, JsonNode> resources(String type) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    json.path("Resources")
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().path("Type").asText().equals(type)) {
                found.put(plain(entry.getKey()), entry.getValue());
              }
            });
    return found;
  }

  /** The properties of the resources of a type, by name. */
  public Map<String, JsonNode> properties(String type) {
    Map<String, JsonNode> found = resources(type);
    found.replaceAll((_, resource) -> resource.path("Properties"));
    return found;
  }

  /** A logical id without its hash. */
  static String plain(String id) {
    return HASH.matcher(id).replaceAll("");
  }

  /**
   * A value as a short text: {@code Ref}, {@code GetAtt} and imports become the name of the
   * resource they mean, joins are joined.
   */
  public static String text(JsonNode value) {
    if (value.isValueNode()) {
      return value.asText();
    }
    if (value.isArray()) {
      StringBuilder all = new StringBuilder();
      value.forEach(part -> all.append(all.isEmpty() ? "" : ", ").append(text(part)));
      return all.toString();
    }
    Map.Entry<String, JsonNode> call = value.properties().iterator().next();
    JsonNode argument = call.getValue();
    return switch (call.getKey()) {
      case "Ref" -> plain(argument.asText());
      case "Fn::GetAtt" -> plain(argument.get(0).asText());
      case "Fn::ImportValue" -> imported(argument.asText());
      case "Fn::Join" -> {
        StringBuilder joined = new StringBuilder();
        argument.get(1).forEach(part -> joined.append(text(part)));
        yield joined.toString();
      }
      case "Fn::Select" -> text(argument.get(1));
      case "Fn::Split" -> text(argument.get(1));
      default -> value.toString();
    };
  }

  // tenrec-state:ExportsOutputFnGetAttTablesProjectsD51E92A2Arn29B01F8A
  private static String imported(String export) {
    return export
        .replaceFirst("^.*:ExportsOutput(Ref|FnGetAtt)", "")
        .replaceFirst("[0-9A-F]{8}$", "")
        .replaceFirst("(Arn)?$", "")
        .replaceFirst("[0-9A-F]{8}$", "");
  }
}
