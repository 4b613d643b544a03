package dev.tenrec.cloud;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.cloud.state.DataDirectory;
import dev.tenrec.cloud.state.JsonFile;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** Tells other programs, in {@code ready.json}, where a local cloud answers while it runs. */
final class ReadyFile {
  private ReadyFile() {}

  static JsonFile of(DataDirectory data) {
    return data.file("ready.json");
  }

  static void write(JsonFile file, Locations locations) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.put("pid", ProcessHandle.current().pid());
    content.put("port", locations.front().getPort());
    content.put("front", locations.front().toString());
    content.put("lambda", locations.lambda().toString());
    ObjectNode endpoints = content.putObject("endpoints");
    sorted(locations.endpoints()).forEach((name, uri) -> endpoints.put(name, uri.toString()));
    ObjectNode urls = content.putObject("urls");
    sorted(locations.functionUrls()).forEach((name, uri) -> urls.put(name, uri.toString()));
    content.putArray("sites");
    locations.sites().forEach(site -> content.withArray("/sites").add(site.toString()));
    ObjectNode outputs = content.putObject("outputs");
    new TreeMap<>(locations.outputs()).forEach(outputs::put);
    file.write(content);
  }

  private static Map<String, URI> sorted(Map<String, URI> map) {
    return new TreeMap<>(map);
  }
}
