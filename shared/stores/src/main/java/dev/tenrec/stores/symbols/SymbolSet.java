package dev.tenrec.stores.symbols;

import static java.util.Objects.requireNonNull;

import dev.tenrec.stores.table.Item;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One uploaded, or announced, source map.
 *
 * @param project the project
 * @param id its id
 * @param chunk the id that the CLI injected into the script
 * @param release the release it is bound to
 * @param contentHash what the CLI says of its content
 * @param uploaded whether the content is there
 * @param createdAt when it was announced
 */
public record SymbolSet(
    long project,
    UUID id,
    String chunk,
    Optional<String> release,
    String contentHash,
    boolean uploaded,
    Instant createdAt) {
  public SymbolSet {
    requireNonNull(id, "id is null");
    requireNonNull(release, "release is null");
    requireNonNull(contentHash, "contentHash is null");
    requireNonNull(createdAt, "createdAt is null");
    if (!chunk.matches("[A-Za-z0-9._:/-]{1,300}")) {
      throw new IllegalArgumentException(
          "chunk_id is \"" + chunk + "\": use 1 to 300 letters, digits and . _ : / -");
    }
  }

  /** The key of its content in the data bucket. */
  public String objectKey() {
    return "symbols/%d/%s".formatted(project, id);
  }

  Item item() {
    Item item =
        Item.at(partition(project), "chunk#" + chunk)
            .with("project", project)
            .with("id", id.toString())
            .with("chunk", chunk)
            .with("content_hash", contentHash)
            .with("uploaded", uploaded)
            .with("created_at", createdAt);
    return release.map(bound -> item.with("release", bound)).orElse(item);
  }

  static SymbolSet from(Item item) {
    return new SymbolSet(
        item.number("project"),
        UUID.fromString(item.text("id")),
        item.text("chunk"),
        item.optionalText("release"),
        item.text("content_hash"),
        item.flag("uploaded"),
        item.instant("created_at"));
  }

  static String partition(long project) {
    return "symbols#" + project;
  }
}
