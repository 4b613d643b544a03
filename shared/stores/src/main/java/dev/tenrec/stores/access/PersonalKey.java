package dev.tenrec.stores.access;

import static java.util.Objects.requireNonNull;

import dev.tenrec.stores.table.Item;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A key with which a program acts for a user.
 *
 * @param id a UUID
 * @param label what the user calls it, 1 to 40 characters
 * @param mask the first and last characters of the secret, for recognising it
 * @param scopes what it may do: {@code *} or a list of {@code object:read} and {@code object:write}
 * @param projects the projects it is for; empty means all
 * @param createdAt when it was made
 * @param lastUsedAt when it was last used, exact to the hour
 * @param expiresAt when it ends by itself; empty when only its owner ends it
 */
public record PersonalKey(
    String id,
    String label,
    String mask,
    List<String> scopes,
    List<Long> projects,
    Instant createdAt,
    Optional<Instant> lastUsedAt,
    Optional<Instant> expiresAt) {
  public PersonalKey {
    requireNonNull(id, "id is null");
    requireNonNull(mask, "mask is null");
    requireNonNull(createdAt, "createdAt is null");
    requireNonNull(lastUsedAt, "lastUsedAt is null");
    requireNonNull(expiresAt, "expiresAt is null");
    scopes = List.copyOf(scopes);
    projects = List.copyOf(projects);
    if (label.isBlank() || label.length() > 40) {
      throw new IllegalArgumentException(
          "label has " + label.length() + " characters: a key's label has 1 to 40");
    }
    for (String scope : scopes) {
      if (!scope.matches("\\*|[a-z_]+:(read|write)")) {
        throw new IllegalArgumentException(
            "scope is \"" + scope + "\": write * or object:read or object:write");
      }
    }
  }

  PersonalKey usedAt(Instant at) {
    return new PersonalKey(
        id, label, mask, scopes, projects, createdAt, Optional.of(at), expiresAt);
  }

  boolean livesAt(Instant at) {
    return expiresAt.isEmpty() || at.isBefore(expiresAt.get());
  }

  /** Whether the key's scopes cover the wanted one; to write includes to read. */
  public boolean allows(String scope) {
    return scopes.contains("*")
        || scopes.contains(scope)
        || (scope.endsWith(":read")
            && scopes.contains(scope.substring(0, scope.length() - "read".length()) + "write"));
  }

  Item item(User user, String hash, String partition, String sort) {
    Item item =
        user.item(partition, sort)
            .with("key_id", id)
            .with("label", label)
            .with("mask", mask)
            .with("scopes", scopes)
            .with("projects", projects.stream().map(String::valueOf).toList())
            .with("created_at", createdAt)
            .with("hash", hash);
    Item used = lastUsedAt.map(at -> item.with("last_used_at", at)).orElse(item);
    return expiresAt.map(at -> used.with("ends_at", at).expiring(at)).orElse(used);
  }

  static PersonalKey from(Item item) {
    return new PersonalKey(
        item.text("key_id"),
        item.text("label"),
        item.text("mask"),
        item.texts("scopes"),
        item.texts("projects").stream().map(Long::valueOf).toList(),
        item.instant("created_at"),
        item.optionalText("last_used_at").map(Instant::parse),
        item.optionalText("ends_at").map(Instant::parse));
  }
}
