package dev.tenrec.emulators.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.emulators.protocol.AwsFailure;
import dev.tenrec.emulators.protocol.AwsJsonRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tables of the catalog. Only the newest version of a table is kept. */
final class Tables {
  private final CatalogFiles files;
  private final Databases databases;
  private final InstantSource clock;
  private final String account;

  Tables(CatalogFiles files, Databases databases, InstantSource clock, String account) {
    this.files = files;
    this.databases = databases;
    this.clock = clock;
    this.account = account;
  }

  JsonNode create(AwsJsonRequest request) throws IOException {
    String database = database(request);
    ObjectNode input = GlueOperations.input(request, "TableInput");
    String name = GlueOperations.name(input.path("Name").asText());
    if (files.inside(database).read(name).isPresent()) {
      throw AwsFailure.client("AlreadyExistsException", "Table " + name + " already exists.");
    }
    store(database, name, input, clock.millis(), 0);
    return GlueOperations.nothing();
  }

  JsonNode update(AwsJsonRequest request) throws IOException {
    String database = database(request);
    ObjectNode input = GlueOperations.input(request, "TableInput");
    String name = GlueOperations.name(input.path("Name").asText());
    ObjectNode current = require(database, name);
    String version = current.path("VersionId").asText();
    Optional<String> expected = request.optionalText("VersionId");
    if (expected.isPresent() && !expected.get().equals(version)) {
      throw AwsFailure.client(
          "ConcurrentModificationException",
          "Table " + name + " is at version " + version + ", not at " + expected.get() + ".");
    }
    store(database, name, input, current.path("CreateTime").asLong(), Long.parseLong(version) + 1);
    return GlueOperations.nothing();
  }

  JsonNode get(AwsJsonRequest request) throws IOException {
    String name = GlueOperations.name(request.text("Name"));
    ObjectNode answer = GlueOperations.nothing();
    answer.set("Table", GlueOperations.withMoments(require(database(request), name), request));
    return answer;
  }

  JsonNode list(AwsJsonRequest request) throws IOException {
    String database = database(request);
    Pattern expression = Pattern.compile(request.optionalText("Expression").orElse(".*"));
    List<String> names =
        files.inside(database).names().stream()
            .filter(name -> expression.matcher(name).matches())
            .toList();
    ObjectNode answer = GlueOperations.nothing();
    Page page = Page.of(names, request);
    ArrayNode list = answer.putArray("TableList");
    for (String name : page.names()) {
      list.add(GlueOperations.withMoments(require(database, name), request));
    }
    page.nextToken().ifPresent(token -> answer.put("NextToken", token));
    return answer;
  }

  JsonNode delete(AwsJsonRequest request) throws IOException {
    String database = database(request);
    String name = GlueOperations.name(request.text("Name"));
    require(database, name);
    files.inside(database).delete(name);
    return GlueOperations.nothing();
  }

  /** Deletes a database with its tables. */
  JsonNode deleteDatabase(AwsJsonRequest request) throws IOException {
    String database = GlueOperations.name(request.text("Name"));
    databases.require(database);
    for (String table : files.inside(database).names()) {
      files.inside(database).delete(table);
    }
    databases.delete(database);
    return GlueOperations.nothing();
  }

  private String database(AwsJsonRequest request) throws IOException {
    String name = GlueOperations.name(request.text("DatabaseName"));
    databases.require(name);
    return name;
  }

  private ObjectNode require(String database, String name) throws IOException {
    return files
        .inside(database)
        .read(name)
        .orElseThrow(
            () -> AwsFailure.client("EntityNotFoundException", "Table " + name + " not found."));
  }

  private void store(String database, String name, ObjectNode input, long created, long version)
      throws IOException {
    files
        .inside(database)
        .write(
            name,
            input
                .deepCopy()
                .put("Name", name)
                .put("DatabaseName", database)
                .put("CreateTime", created)
                .put("UpdateTime", clock.millis())
                .put("CatalogId", account)
                .put("VersionId", "" + version));
  }
}
