package dev.tenrec.stores.definitions;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.stores.table.Item;
import java.time.Instant;

/**
 * Something people defined.
 *
 * @param project the project it belongs to
 * @param kind what it is: {@code insight}, {@code feature_flag} ...
 * @param id unique within project and kind, from 1
 * @param version counts its changes, from 1
 * @param deleted whether it was deleted; its history remains
 * @param body what was defined, in its product's words
 * @param createdBy who made it, an email address
 * @param createdAt when it was made
 * @param updatedBy who changed it last
 * @param updatedAt when it was changed last
 */
public record Definition(
    long project,
    String kind,
    long id,
    long version,
    boolean deleted,
    ObjectNode body,
    String createdBy,
    Instant createdAt,
    String updatedBy,
    Instant updatedAt) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public Definition {
    requireNonNull(body, "body is null");
    requireNonNull(createdBy, "createdBy is null");
    requireNonNull(createdAt, "createdAt is null");
    requireNonNull(updatedBy, "updatedBy is null");
    requireNonNull(updatedAt, "updatedAt is null");
    if (!kind.matches("[a-z][a-z_]*")) {
      throw new IllegalArgumentException("kind is " + kind + ": it must be in snake case");
    }
  }

  Definition changed(ObjectNode newBody, boolean nowDeleted, String by, Instant at) {
    return new Definition(
        project, kind, id, version + 1, nowDeleted, newBody, createdBy, createdAt, by, at);
  }

  Item item(String sort) {
    return Item.at(partition(project), sort)
        .with("project", project)
        .with("kind", kind)
        .with("id", id)
        .with("version", version)
        .with("deleted", deleted)
        .with("body", body.toString())
        .with("created_by", createdBy)
        .with("created_at", createdAt)
        .with("updated_by", updatedBy)
        .with("updated_at", updatedAt);
  }

  static Definition from(Item item) {
    return new Definition(
        item.number("project"),
        item.text("kind"),
        item.number("id"),
        item.number("version"),
        item.flag("deleted"),
        parse(item.text("body")),
        item.text("created_by"),
        item.instant("created_at"),
        item.text("updated_by"),
        item.instant("updated_at"));
  }

  static String partition(long project) {
    return "project#" + project;
  }

  static String sortKey(String kind, long id) {
    return "%s#%012d".formatted(kind, id);
  }

  String sortKey() {
    return sortKey(kind, id);
  }

  String historyKey() {
    return historyKey(kind, id, version);
  }

  static String historyKey(String kind, long id, long version) {
    return "history#%s#%08d".formatted(sortKey(kind, id), version);
  }

  private static ObjectNode parse(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("A stored definition is not JSON: " + json, broken);
    }
  }
}
