package dev.tenrec.stores.issues;

import static java.util.Objects.requireNonNull;

import dev.tenrec.stores.table.Item;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What an issue's exceptions have in common. It belongs to one issue at a time.
 *
 * @param project the project
 * @param value the fingerprint itself
 * @param issue the issue it belongs to
 * @param version counts the issues it has belonged to, from 1
 * @param before the issue it belonged to before
 * @param firstSeen when the first exception with it happened
 * @param changedAt when it came to the issue it belongs to
 */
public record IssueFingerprint(
    long project,
    String value,
    UUID issue,
    long version,
    Optional<UUID> before,
    Instant firstSeen,
    Instant changedAt) {
  public IssueFingerprint {
    requireNonNull(value, "value is null");
    requireNonNull(issue, "issue is null");
    requireNonNull(before, "before is null");
    requireNonNull(firstSeen, "firstSeen is null");
    requireNonNull(changedAt, "changedAt is null");
  }

  static IssueFingerprint of(Issue issue, String value) {
    return new IssueFingerprint(
        issue.project(),
        value,
        issue.id(),
        1,
        Optional.empty(),
        issue.firstSeen(),
        issue.createdAt());
  }

  /** Whether it has belonged to another issue. */
  public boolean moved() {
    return version > 1;
  }

  IssueFingerprint to(UUID other, Instant now) {
    return new IssueFingerprint(
        project, value, other, version + 1, Optional.of(issue), firstSeen, now);
  }

  Item item() {
    Item item =
        Item.at(Issue.partition(project), sortKey(value))
            .with("project", project)
            .with("issue", issue.toString())
            .with("version", version)
            .with("first_seen", firstSeen)
            .with("changed_at", changedAt);
    return before.map(id -> item.with("before", id.toString())).orElse(item);
  }

  static IssueFingerprint from(Item item) {
    return new IssueFingerprint(
        item.number("project"),
        item.key().sort().substring(PREFIX.length()),
        UUID.fromString(item.text("issue")),
        item.number("version"),
        item.optionalText("before").map(UUID::fromString),
        item.instant("first_seen"),
        item.instant("changed_at"));
  }

  static final String PREFIX = "fingerprint#";

  static String sortKey(String value) {
    return PREFIX + value;
  }
}
