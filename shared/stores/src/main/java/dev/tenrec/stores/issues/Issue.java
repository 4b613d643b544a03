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
 * @param assignee who deals with it
 * @param firstSeen when the first of its exceptions happened
 * @param createdAt when it was made
 * @param origin which exceptions made and reopened it
 * @param mergedInto the issue that has its exceptions now; such an issue is only kept so that its
 *     id still leads somewhere
 */
public record Issue(
    long project,
    UUID id,
    long version,
    Status status,
    String name,
    String description,
    Optional<Assignee> assignee,
    Instant firstSeen,
    Instant createdAt,
    Origin origin,
    Optional<UUID> mergedInto) {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DESCRIPTION = 1_000;

  public Issue {
    requireNonNull(id, "id is null");
    requireNonNull(status, "status is null");
    requireNonNull(assignee, "assignee is null");
    requireNonNull(firstSeen, "firstSeen is null");
    requireNonNull(createdAt, "createdAt is null");
    requireNonNull(origin, "origin is null");
    requireNonNull(mergedInto, "mergedInto is null");
    name = cut(name, LONGEST_NAME);
    description = cut(description, LONGEST_DESCRIPTION);
  }

  /** A new issue: active, and nobody's. */
  static Issue made(
      long project, UUID id, String name, String description, Instant firstSeen, Instant now) {
    return new Issue(
        project,
        id,
        1,
        Status.ACTIVE,
        name,
        description,
        Optional.empty(),
        firstSeen,
        now,
        Origin.UNKNOWN,
        Optional.empty());
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

  /**
   * Who deals with an issue.
   *
   * @param user the user's id
   * @param email the user's address
   */
  public record Assignee(String user, String email) {
    public Assignee {
      requireNonNull(user, "user is null");
      requireNonNull(email, "email is null");
    }
  }

  /**
   * Which exceptions changed an issue, so that one that is delivered again is answered as before.
   *
   * @param created the event that made it
   * @param reopened the event that reopened it last
   */
  public record Origin(Optional<UUID> created, Optional<UUID> reopened) {
    static final Origin UNKNOWN = new Origin(Optional.empty(), Optional.empty());

    public Origin {
      requireNonNull(created, "created is null");
      requireNonNull(reopened, "reopened is null");
    }
  }

  public Issue withStatus(Status changed) {
    return with(changed, name, description, assignee, firstSeen);
  }

  public Issue withName(String changed) {
    return with(status, changed, description, assignee, firstSeen);
  }

  public Issue withDescription(String changed) {
    return with(status, name, changed, assignee, firstSeen);
  }

  public Issue withAssignee(Optional<Assignee> changed) {
    return with(status, name, description, changed, firstSeen);
  }

  Issue seenFirst(Instant changed) {
    return with(status, name, description, assignee, changed);
  }

  private Issue with(
      Status newStatus,
      String newName,
      String newDescription,
      Optional<Assignee> newAssignee,
      Instant newFirstSeen) {
    return new Issue(
        project,
        id,
        version,
        newStatus,
        newName,
        newDescription,
        newAssignee,
        newFirstSeen,
        createdAt,
        origin,
        mergedInto);
  }

  Issue from(Origin changed) {
    return new Issue(
        project,
        id,
        version,
        status,
        name,
        description,
        assignee,
        firstSeen,
        createdAt,
        changed,
        mergedInto);
  }

  Issue mergedInto(UUID target) {
    return new Issue(
        project,
        id,
        version,
        status,
        name,
        description,
        assignee,
        firstSeen,
        createdAt,
        origin,
        Optional.of(target));
  }

  Issue withVersion(long changed) {
    return new Issue(
        project,
        id,
        changed,
        status,
        name,
        description,
        assignee,
        firstSeen,
        createdAt,
        origin,
        mergedInto);
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
    if (assignee.isPresent()) {
      item =
          item.with("assignee", assignee.get().user())
              .with("assignee_email", assignee.get().email());
    }
    item = with(item, "created_by", origin.created());
    item = with(item, "reopened_by", origin.reopened());
    return with(item, "merged_into", mergedInto);
  }

  private static Item with(Item item, String name, Optional<UUID> id) {
    return id.map(value -> item.with(name, value.toString())).orElse(item);
  }

  static Issue from(Item item) {
    return new Issue(
        item.number("project"),
        UUID.fromString(item.text("id")),
        item.number("version"),
        Status.of(item.text("status")).orElse(Status.ACTIVE),
        item.text("name"),
        item.text("description"),
        item.optionalText("assignee")
            .map(user -> new Assignee(user, item.optionalText("assignee_email").orElse(""))),
        item.instant("first_seen"),
        item.instant("created_at"),
        new Origin(id(item, "created_by"), id(item, "reopened_by")),
        id(item, "merged_into"));
  }

  private static Optional<UUID> id(Item item, String name) {
    return item.optionalText(name).map(UUID::fromString);
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
