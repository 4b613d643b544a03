package dev.tenrec.stores.issues;

import dev.tenrec.stores.table.Condition;
import dev.tenrec.stores.table.LostConditionException;
import dev.tenrec.stores.table.Table;
import dev.tenrec.stores.table.Write;
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
  private static final int MOST_MERGES = 20;

  private final Table table;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  public Issues(Table table, InstantSource clock, Supplier<UUID> ids) {
    this.table = table;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * The issue of a fingerprint, made where there is none; a resolved one is active again. Asked
   * again for the same event it answers the same.
   */
  public Seen see(Sighting sighting) {
    for (int attempt = 1; ; attempt++) {
      try {
        Optional<Issue> known = byFingerprint(sighting.project(), sighting.fingerprint());
        return known.isPresent()
            ? seenAgain(known.get(), sighting.event())
            : new Seen(create(sighting), Change.CREATED);
      } catch (LostConditionException somebodyElseWrote) {
        if (attempt == ATTEMPTS) {
          throw somebodyElseWrote;
        }
      }
    }
  }

  /** The issue that has the fingerprint. */
  public Optional<Issue> byFingerprint(long project, String fingerprint) {
    return fingerprint(project, fingerprint).flatMap(found -> find(project, found.issue()));
  }

  /** The fingerprint of that value. */
  public Optional<IssueFingerprint> fingerprint(long project, String value) {
    return table
        .get(Issue.partition(project), IssueFingerprint.sortKey(value))
        .map(IssueFingerprint::from);
  }

  /** The fingerprints of an issue. */
  public List<IssueFingerprint> fingerprints(long project, UUID issue) {
    return fingerprints(project).stream().filter(each -> each.issue().equals(issue)).toList();
  }

  /** The fingerprints of all issues of a project. */
  public List<IssueFingerprint> fingerprints(long project) {
    return table.list(Issue.partition(project), IssueFingerprint.PREFIX).stream()
        .map(IssueFingerprint::from)
        .toList();
  }

  /** The issue of that id, or the one that it was merged into. */
  public Optional<Issue> find(long project, UUID id) {
    Optional<Issue> found = exactly(project, id);
    for (int merges = 0; merges < MOST_MERGES; merges++) {
      Optional<UUID> next = found.flatMap(Issue::mergedInto);
      if (next.isEmpty()) {
        return found;
      }
      found = exactly(project, next.get());
    }
    return found;
  }

  /** The issue of that id, even when it was merged into another. */
  Optional<Issue> exactly(long project, UUID id) {
    return table.get(Issue.partition(project), Issue.sortKey(id)).map(Issue::from);
  }

  /** All issues of a project, those merged into others too, in no order that means anything. */
  public List<Issue> everMade(long project) {
    return table.list(Issue.partition(project), "issue#").stream().map(Issue::from).toList();
  }

  /** All issues of a project, in no order that means anything. */
  public List<Issue> list(long project) {
    return everMade(project).stream().filter(issue -> issue.mergedInto().isEmpty()).toList();
  }

  /**
   * Changes an issue, or the one it was merged into; the change is made again on what somebody else
   * wrote meanwhile.
   */
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

  /** Puts issues together and takes them apart. */
  public IssueMoves moves() {
    return new IssueMoves(this, table, clock, ids);
  }

  private Seen seenAgain(Issue issue, UUID event) {
    if (issue.status() == Issue.Status.RESOLVED) {
      Issue.Origin origin = new Issue.Origin(issue.origin().created(), Optional.of(event));
      return new Seen(
          write(issue, issue.withStatus(Issue.Status.ACTIVE).from(origin)), Change.REOPENED);
    }
    if (issue.origin().created().filter(event::equals).isPresent()) {
      return new Seen(issue, Change.CREATED);
    }
    return new Seen(
        issue,
        issue.origin().reopened().filter(event::equals).isPresent()
            ? Change.REOPENED
            : Change.NONE);
  }

  private Issue write(Issue before, Issue after) {
    Issue next = after.withVersion(before.version() + 1);
    table.put(next.item(), Condition.version(before.version()));
    return next;
  }

  private Issue create(Sighting sighting) {
    Issue issue =
        Issue.made(
                sighting.project(),
                ids.get(),
                sighting.name(),
                sighting.description(),
                sighting.seen(),
                clock.instant())
            .from(new Issue.Origin(Optional.of(sighting.event()), Optional.empty()));
    table.transact(
        List.of(
            new Write.Put(
                IssueFingerprint.of(issue, sighting.fingerprint()).item(), Condition.absent()),
            new Write.Put(issue.item(), Condition.absent())));
    return issue;
  }

  /** What seeing an exception did to its issue. */
  public enum Change {
    NONE,
    CREATED,
    REOPENED
  }

  /**
   * An issue that was seen.
   *
   * @param issue the issue as it is now
   * @param change what seeing it did
   */
  public record Seen(Issue issue, Change change) {}
}
