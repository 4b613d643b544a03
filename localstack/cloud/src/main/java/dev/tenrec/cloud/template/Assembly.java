package dev.tenrec.cloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A synthesized cloud assembly: every stack, dependencies first, and where the assets lie.
 *
 * @param directory the {@code cdk.out} it was read from
 * @param stacks every stack, in an order in which they can be deployed
 * @param assets object key to the file or directory it is made from
 */
public record Assembly(Path directory, List<StackTemplate> stacks, Map<String, Path> assets) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public Assembly {
    stacks = List.copyOf(stacks);
    assets = Map.copyOf(assets);
  }

  /** Reads an assembly, nested stages included. */
  public static Assembly read(Path directory) {
    Map<String, StackTemplate> stacks = new LinkedHashMap<>();
    Map<String, Path> assets = new HashMap<>();
    collect(directory, stacks, assets);
    if (stacks.isEmpty()) {
      throw new AssemblyException(
          directory + " holds no stack: synthesize the CDK app into it first (cdk synth)");
    }
    return new Assembly(directory, new ArrayList<>(stacks.values()), assets);
  }

  /** The asset uploaded under an object key. */
  public Optional<Path> asset(String objectKey) {
    return Optional.ofNullable(assets.get(objectKey));
  }

  private static void collect(
      Path directory, Map<String, StackTemplate> stacks, Map<String, Path> assets) {
    Path manifest = directory.resolve("manifest.json");
    if (!Files.isRegularFile(manifest)) {
      throw new AssemblyException(
          directory + " has no manifest.json: synthesize the CDK app into it first (cdk synth)");
    }
    JsonNode artifacts = parse(manifest).path("artifacts");
    artifacts
        .properties()
        .forEach(
            artifact -> {
              JsonNode body = artifact.getValue();
              switch (body.path("type").asText()) {
                case "cdk:asset-manifest" ->
                    readAssets(
                        directory, directory.resolve(body.at("/properties/file").asText()), assets);
                case "cdk:cloud-assembly" ->
                    collect(
                        directory.resolve(body.at("/properties/directoryName").asText()),
                        stacks,
                        assets);
                default -> {}
              }
            });
    artifacts.fieldNames().forEachRemaining(id -> readStack(directory, artifacts, id, stacks));
  }

  private static void readStack(
      Path directory, JsonNode artifacts, String id, Map<String, StackTemplate> stacks) {
    JsonNode artifact = artifacts.path(id);
    String key = directory.resolve(id).toString();
    if (!artifact.path("type").asText().equals("aws:cloudformation:stack")
        || stacks.containsKey(key)) {
      return;
    }
    for (JsonNode dependency : artifact.path("dependencies")) {
      readStack(directory, artifacts, dependency.asText(), stacks);
    }
    // aws://account/region; the parts of an unbound stack read unknown-account, unknown-region
    String[] environment = artifact.path("environment").asText().split("/", -1);
    String account = environment.length > 3 ? environment[2] : "";
    String region = environment.length > 3 ? environment[3] : "";
    JsonNode properties = artifact.path("properties");
    stacks.put(
        key,
        new StackTemplate(
            properties.path("stackName").asText(id),
            region.startsWith("unknown-") ? "" : region,
            account.startsWith("unknown-") ? "" : account,
            constructPaths(directory, artifact),
            parse(directory.resolve(properties.path("templateFile").asText()))));
  }

  private static Map<String, String> constructPaths(Path directory, JsonNode artifact) {
    Map<String, String> paths = new HashMap<>();
    List<JsonNode> sources = new ArrayList<>();
    sources.add(artifact.path("metadata"));
    if (artifact.has("additionalMetadataFile")) {
      sources.add(parse(directory.resolve(artifact.get("additionalMetadataFile").asText())));
    }
    for (JsonNode source : sources) {
      for (Map.Entry<String, JsonNode> construct : source.properties()) {
        for (JsonNode entry : construct.getValue()) {
          if (entry.path("type").asText().equals("aws:cdk:logicalId")) {
            paths.put(entry.path("data").asText(), construct.getKey().replaceFirst("^/", ""));
          }
        }
      }
    }
    return paths;
  }

  private static void readAssets(Path directory, Path manifest, Map<String, Path> assets) {
    for (JsonNode file : parse(manifest).path("files")) {
      Path source = directory.resolve(file.at("/source/path").asText()).normalize();
      for (JsonNode destination : file.path("destinations")) {
        assets.put(destination.path("objectKey").asText(), source);
      }
    }
  }

  private static JsonNode parse(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new AssemblyException(
          "Cannot read " + file + ": " + e.getMessage() + "; synthesize the CDK app again", e);
    }
  }
}
