package dev.tenrec.api.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.JsonBody;
import dev.tenrec.stores.definitions.Definition;

/** What one kind of definition has of its own: its names, its fields and their rules. */
public interface DefinitionKind {
  /** The name under which it is stored. */
  String name();

  /** The name in paths, such as {@code insights}. */
  String path();

  /** What a caller must be allowed to read or write, such as {@code insight}. */
  String scope();

  /** What a new one has before anything that was sent is merged into it. */
  ObjectNode begun(JsonBody sent);

  /**
   * Puts what was sent into a body and checks the whole.
   *
   * @param id which is changed, 0 for a new one
   * @throws ApiException 400 naming the field
   */
  void merge(long project, long id, ObjectNode body, JsonBody sent);

  /** The text that a search looks through. */
  default String searched(Definition definition) {
    return definition.body().path("name").asText("");
  }

  /**
   * Passes when nothing needs it.
   *
   * @throws ApiException 400 naming what does
   */
  default void requireUnused(Definition definition) {}

  /** Forgets what was kept besides the definition that has been deleted. */
  default void forget(Definition deleted) {}

  /** One as callers see it: its body, and what became of it when and by whom. */
  default ObjectNode json(Definition definition) {
    ObjectNode body = definition.body().deepCopy();
    body.put("id", definition.id())
        .put("version", definition.version())
        .put("deleted", definition.deleted())
        .put("created_at", definition.createdAt().toString())
        .put("updated_at", definition.updatedAt().toString());
    body.putObject("created_by").put("email", definition.createdBy());
    body.putObject("last_modified_by").put("email", definition.updatedBy());
    return body;
  }
}
