package dev.tenrec.stores.symbols;

import static java.util.Objects.requireNonNull;

import dev.tenrec.stores.table.Item;
import java.time.Instant;
import java.util.UUID;

/**
 * A version of somebody's software.
 *
 * @param project the project
 * @param id its id, which the CLI injects into scripts
 * @param hash what the CLI knows it by
 * @param name what is released
 * @param version which version of it
 * @param metadata what else the CLI said, as JSON
 * @param createdAt when it was made
 */
public record Release(
    long project,
    UUID id,
    String hash,
    String name,
    String version,
    String metadata,
    Instant createdAt) {
  private static final int LONGEST = 300;

  public Release {
    requireNonNull(id, "id is null");
    requireNonNull(metadata, "metadata is null");
    requireNonNull(createdAt, "createdAt is null");
    fits("hash_id", hash);
    fits("project", name);
    fits("version", version);
  }

  private static void fits(String field, String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "%s has %d characters: it has 1 to %d".formatted(field, text.length(), LONGEST));
    }
  }

  Item item(String sort) {
    return Item.at(SymbolSet.partition(project), sort)
        .with("project", project)
        .with("id", id.toString())
        .with("hash", hash)
        .with("name", name)
        .with("version", version)
        .with("metadata", metadata)
        .with("created_at", createdAt);
  }

  static Release from(Item item) {
    return new Release(
        item.number("project"),
        UUID.fromString(item.text("id")),
        item.text("hash"),
        item.text("name"),
        item.text("version"),
        item.text("metadata"),
        item.instant("created_at"));
  }
}
