package dev.tenrec.stores.issues;

import dev.tenrec.stores.table.Condition;
import dev.tenrec.stores.table.Item;
import dev.tenrec.stores.table.LostConditionException;
import dev.tenrec.stores.table.Table;
import dev.tenrec.stores.table.Write;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The issues of all projects. A fingerprint belongs to one issue, however many ask at the same
 * time.
 */
public final class Issues {
  private static final int ATTEMPTS = 10;

  private final Table table;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  public Issues(Table table, InstantSource clock, Supplier<UUID> ids) {
    this.table = table;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * The issue of a fingerprint, made where there is none; a resolved one is active again.
   *
   * @param name what a new issue is called
   * @param description more of a new issue
   * @param seen when the exception happened
   */
  public Seen see(long project, String fingerprint, String name, String description, Instant seen) {
    for (int attempt = 1; ; attempt++) {
      try {
        Optional<Issue> known = byFingerprint(project, fingerprint);
        return known.isPresent()
            ? new Seen(reopened(known.get()), Change.of(known.get()))
            : new Seen(create(project, fingerprint, name, description, seen), Change.CREATED);
      } catch (LostConditionException somebodyElseWrote) {
        if (attempt == ATTEMPTS) {
          throw somebodyElseWrote;
        }
      }
    }
  }

  /** The issue that has the fingerprint. */
  public Optional<Issue> byFingerprint(long project, String fingerprint) {
    return table
        .get(Issue.partition(project), "fingerprint#" + fingerprint)
        .flatMap(item -> find(project, UUID.fromString(item.text("issue"))));
  }

  /** The issue of that id. */
  public Optional<Issue> find(long project, UUID id) {
    return table.get(Issue.partition(project), Issue.sortKey(id)).map(Issue::from);
  }

  /** All issues of a project, in no order that means anything. */
  public List<Issue> list(long project) {
    return table.list(Issue.partition(project), "issue#").stream().map(Issue::from).toList();
  }

  /** Changes an issue; the change is made again on what somebody else wrote meanwhile. */
  public Optional<Issue> update(long project, UUID id, UnaryOperator<Issue> change) {
    for (int attempt = 1; ; attempt++) {
      Optional<Issue> found = find(project, id);
      if (found.isEmpty()) {
        return found;
      }
      try {
        return Optional.of(write(found.get(), change.apply(found.get())));
      } catch (LostConditionException lost) {
        if (attempt == ATTEMPTS) {
          throw lost;
        }
      }
    }
  }

  private Issue reopened(Issue issue) {
    return issue.status() == Issue.Status.RESOLVED
        ? write(issue, issue.withStatus(Issue.Status.ACTIVE))
        : issue;
  }

  private Issue write(Issue before, Issue after) {
    Issue next = after.withVersion(before.version() + 1);
    table.put(next.item(), Condition.version(before.version()));
    return next;
  }

  private Issue create(
      long project, String fingerprint, String name, String description, Instant seen) {
    Issue issue =
        new Issue(
            project,
            ids.get(),
            1,
            Issue.Status.ACTIVE,
            name,
            description,
            Optional.empty(),
            seen,
            clock.instant());
    Item mark =
        Item.at(Issue.partition(project), "fingerprint#" + fingerprint)
            .with("issue", issue.id().toString())
            .with("created_at", clock.instant());
    table.transact(
        List.of(
            new Write.Put(mark, Condition.absent()),
            new Write.Put(issue.item(), Condition.absent())));
    return issue;
  }

  /** What seeing an exception did to its issue. */
  public enum Change {
    NONE,
    CREATED,
    REOPENED;

    private static Change of(Issue before) {
      return before.status() == Issue.Status.RESOLVED ? REOPENED : NONE;
    }
  }

  /**
   * An issue that was seen.
   *
   * @param issue the issue as it is now
   * @param change what seeing it did
   */
  public record Seen(Issue issue, Change change) {}
}
