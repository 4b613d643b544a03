package dev.tenrec.stores.projects;

import static java.util.Objects.requireNonNull;

import dev.tenrec.stores.table.Item;
import java.time.Instant;

/**
 * A project: what data, definitions and queries belong to.
 *
 * @param id 1 or more
 * @param token the public key SDKs send, {@code phc_...}
 * @param createdAt when it was made
 * @param version counts its changes, from 1
 * @param settings what its owners choose
 */
public record Project(
    long id, String token, Instant createdAt, long version, ProjectSettings settings) {
  public Project {
    requireNonNull(createdAt, "createdAt is null");
    requireNonNull(settings, "settings is null");
    if (id < 1) {
      throw new IllegalArgumentException("id is " + id + ": project ids begin at 1");
    }
    if (!token.startsWith("phc_")) {
      throw new IllegalArgumentException("token is " + token + ": it must begin with phc_");
    }
  }

  public Project with(ProjectSettings changed) {
    return new Project(id, token, createdAt, version, changed);
  }

  public Project withToken(String changed) {
    return new Project(id, changed, createdAt, version, settings);
  }

  Project withVersion(long changed) {
    return new Project(id, token, createdAt, changed, settings);
  }

  Item item() {
    return settings.onto(
        Item.at(Projects.PARTITION, sortKey(id))
            .with("id", id)
            .with("token", token)
            .with("created_at", createdAt)
            .with("version", version));
  }

  static Project from(Item item) {
    return new Project(
        item.number("id"),
        item.text("token"),
        item.instant("created_at"),
        item.number("version"),
        ProjectSettings.from(item));
  }

  static String sortKey(long id) {
    return "project#%012d".formatted(id);
  }
}
