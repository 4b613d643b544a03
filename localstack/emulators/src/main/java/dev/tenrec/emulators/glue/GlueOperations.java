package dev.tenrec.emulators.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.emulators.protocol.AwsFailure;
import dev.tenrec.emulators.protocol.AwsJsonOperation;
import dev.tenrec.emulators.protocol.AwsJsonRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The operations of the Glue catalog on the files of one directory, one at a time. */
public final class GlueOperations {
  private final Databases databases;
  private final Tables tables;

  public GlueOperations(Path directory, InstantSource clock, String account) {
    CatalogFiles files = new CatalogFiles(directory);
    this.databases = new Databases(files, clock, account);
    this.tables = new Tables(files, databases, clock, account);
  }

  /** Every operation by its name. */
  public Map<String, AwsJsonOperation> all() {
    return Map.ofEntries(
        Map.entry("CreateDatabase", one(databases::create)),
        Map.entry("GetDatabase", one(databases::get)),
        Map.entry("GetDatabases", one(databases::list)),
        Map.entry("UpdateDatabase", one(databases::update)),
        Map.entry("DeleteDatabase", one(tables::deleteDatabase)),
        Map.entry("CreateTable", one(tables::create)),
        Map.entry("GetTable", one(tables::get)),
        Map.entry("GetTables", one(tables::list)),
        Map.entry("UpdateTable", one(tables::update)),
        Map.entry("DeleteTable", one(tables::delete)));
  }

  /** One at a time: so that the version of a table is checked and replaced in one step. */
  private AwsJsonOperation one(AwsJsonOperation operation) {
    return request -> {
      synchronized (this) {
        return operation.answer(request);
      }
    };
  }

  static ObjectNode input(AwsJsonRequest request, String name) {
    return request
        .optional(name)
        .filter(JsonNode::isObject)
        .map(node -> (ObjectNode) node)
        .orElseThrow(() -> AwsFailure.client("InvalidInputException", name + " is missing"));
  }

  /** Glue folds names to lower case. */
  static String name(String given) {
    if (given.isEmpty() || given.length() > 255) {
      throw AwsFailure.client(
          "InvalidInputException", "The name '" + given + "' must have 1 to 255 characters");
    }
    return given.toLowerCase(Locale.ROOT);
  }

  /** Files hold moments as milliseconds; an answer has them as its encoding wants. */
  static ObjectNode withMoments(ObjectNode stored, AwsJsonRequest request) {
    for (String field : List.of("CreateTime", "UpdateTime")) {
      if (stored.has(field)) {
        Instant moment = Instant.ofEpochMilli(stored.get(field).asLong());
        stored.set(field, request.encoding().moment(moment));
      }
    }
    return stored;
  }

  static ObjectNode nothing() {
    return JsonNodeFactory.instance.objectNode();
  }
}
