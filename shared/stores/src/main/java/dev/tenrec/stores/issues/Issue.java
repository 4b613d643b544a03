package dev.tenrec.stores.issues;

import static java.util.Objects.requireNonNull;

import dev.tenrec.stores.table.Item;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A bug.
 *
 * @param project the project
 * @param id its id
 * @param version counts its changes, from 1
 * @param status what became of it
 * @param name what it is called, at first the exception's type
 * @param description more of it, at first the exception's message
 * @param assignee who deals with it, an email address
 * @param firstSeen when the first of its exceptions happened
 * @param createdAt when it was made
 */
public record Issue(
    long project,
    UUID id,
    long version,
    Status status,
    String name,
    String description,
    Optional<String> assignee,
    Instant firstSeen,
    Instant createdAt) {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DESCRIPTION = 1_000;

  public Issue {
    requireNonNull(id, "id is null");
    requireNonNull(status, "status is null");
    requireNonNull(assignee, "assignee is null");
    requireNonNull(firstSeen, "firstSeen is null");
    requireNonNull(createdAt, "createdAt is null");
    name = cut(name, LONGEST_NAME);
    description = cut(description, LONGEST_DESCRIPTION);
  }

  /** What became of an issue. */
  public enum Status {
    ACTIVE,
    RESOLVED,
    ARCHIVED,
    /** Its exceptions are no longer kept. */
    SUPPRESSED;

    /** The name as the API writes it. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The status of that name. */
    public static Optional<Status> of(String name) {
      for (Status status : values()) {
        if (status.wireName().equals(name)) {
          return Optional.of(status);
        }
      }
      return Optional.empty();
    }
  }

  public Issue withStatus(Status changed) {
    return new Issue(
        project, id, version, changed, name, description, assignee, firstSeen, createdAt);
  }

  public Issue withName(String changed) {
    return new Issue(
        project, id, version, status, changed, description, assignee, firstSeen, createdAt);
  }

  public Issue withAssignee(Optional<String> changed) {
    return new Issue(
        project, id, version, status, name, description, changed, firstSeen, createdAt);
  }

  Issue withVersion(long changed) {
    return new Issue(
        project, id, changed, status, name, description, assignee, firstSeen, createdAt);
  }

  Item item() {
    Item item =
        Item.at(partition(project), sortKey(id))
            .with("project", project)
            .with("id", id.toString())
            .with("version", version)
            .with("status", status.wireName())
            .with("name", name)
            .with("description", description)
            .with("first_seen", firstSeen)
            .with("created_at", createdAt);
    return assignee.map(email -> item.with("assignee", email)).orElse(item);
  }

  static Issue from(Item item) {
    return new Issue(
        item.number("project"),
        UUID.fromString(item.text("id")),
        item.number("version"),
        Status.of(item.text("status")).orElse(Status.ACTIVE),
        item.text("name"),
        item.text("description"),
        item.optionalText("assignee"),
        item.instant("first_seen"),
        item.instant("created_at"));
  }

  static String partition(long project) {
    return "project#" + project;
  }

  static String sortKey(UUID id) {
    return "issue#" + id;
  }

  private static String cut(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) : text;
  }
}
