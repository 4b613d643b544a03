package dev.tenrec.emulators.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.emulators.protocol.AwsFailure;
import dev.tenrec.emulators.protocol.AwsJsonRequest;
import java.io.IOException;
import java.time.InstantSource;

/** The databases of the catalog. */
final class Databases {
  private final CatalogFiles files;
  private final InstantSource clock;
  private final String account;

  Databases(CatalogFiles files, InstantSource clock, String account) {
    this.files = files;
    this.clock = clock;
    this.account = account;
  }

  JsonNode create(AwsJsonRequest request) throws IOException {
    ObjectNode input = GlueOperations.input(request, "DatabaseInput");
    String name = GlueOperations.name(input.path("Name").asText());
    if (files.read(name).isPresent()) {
      throw AwsFailure.client("AlreadyExistsException", "Database " + name + " already exists.");
    }
    store(name, input, clock.millis());
    return GlueOperations.nothing();
  }

  JsonNode update(AwsJsonRequest request) throws IOException {
    String name = GlueOperations.name(request.text("Name"));
    long created = require(name).path("CreateTime").asLong();
    store(name, GlueOperations.input(request, "DatabaseInput"), created);
    return GlueOperations.nothing();
  }

  JsonNode get(AwsJsonRequest request) throws IOException {
    ObjectNode answer = GlueOperations.nothing();
    answer.set("Database", describe(GlueOperations.name(request.text("Name")), request));
    return answer;
  }

  JsonNode list(AwsJsonRequest request) throws IOException {
    ObjectNode answer = GlueOperations.nothing();
    Page page = Page.of(files.names(), request);
    ArrayNode list = answer.putArray("DatabaseList");
    for (String name : page.names()) {
      list.add(describe(name, request));
    }
    page.nextToken().ifPresent(token -> answer.put("NextToken", token));
    return answer;
  }

  ObjectNode require(String name) throws IOException {
    return files
        .read(name)
        .orElseThrow(
            () -> AwsFailure.client("EntityNotFoundException", "Database " + name + " not found."));
  }

  void delete(String name) throws IOException {
    files.delete(name);
  }

  private ObjectNode describe(String name, AwsJsonRequest request) throws IOException {
    return GlueOperations.withMoments(require(name), request);
  }

  private void store(String name, ObjectNode input, long created) throws IOException {
    files.write(
        name,
        input.deepCopy().put("Name", name).put("CreateTime", created).put("CatalogId", account));
  }
}
