package dev.tenrec.stores.issues;

import dev.tenrec.stores.table.Condition;
import dev.tenrec.stores.table.Table;
import dev.tenrec.stores.table.Write;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Puts issues together and takes them apart, by moving their fingerprints.
 *
 * <p>Both answer what the lake has to be told, and answer it again when they are asked again: so a
 * caller that could not tell the lake repeats the whole.
 */
public final class IssueMoves {
  // A transaction has at most 100 writes.
  private static final int AT_ONCE = 90;

  private final Issues issues;
  private final Table table;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  IssueMoves(Issues issues, Table table, InstantSource clock, Supplier<UUID> ids) {
    this.issues = issues;
    this.table = table;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Makes {@code others} part of {@code target}, which keeps its name and status. An unassigned
   * target gets the assignee that the others share.
   *
   * @return every fingerprint of the target that was another issue's once
   * @throws dev.tenrec.stores.table.LostConditionException when somebody else changes them now
   */
  public List<IssueFingerprint> merge(Issue target, Set<UUID> others) {
    Instant now = clock.instant();
    List<Issue> merged =
        others.stream()
            .filter(id -> !id.equals(target.id()))
            .map(id -> issues.exactly(target.project(), id))
            .flatMap(Optional::stream)
            .filter(issue -> issue.mergedInto().isEmpty())
            .toList();
    for (Issue issue : merged) {
      List<Write> writes = new ArrayList<>();
      for (IssueFingerprint each : issues.fingerprints(target.project(), issue.id())) {
        writes.add(
            new Write.Put(each.to(target.id(), now).item(), Condition.version(each.version())));
      }
      writes.add(
          new Write.Put(
              issue.mergedInto(target.id()).withVersion(issue.version() + 1).item(),
              Condition.version(issue.version())));
      // The issue itself last: until then a repetition finds it and goes on.
      for (int from = 0; from < writes.size(); from += AT_ONCE) {
        table.transact(writes.subList(from, Math.min(writes.size(), from + AT_ONCE)));
      }
    }
    if (!merged.isEmpty()) {
      issues.update(target.project(), target.id(), issue -> enriched(issue, merged));
    }
    return issues.fingerprints(target.project(), target.id()).stream()
        .filter(IssueFingerprint::moved)
        .toList();
  }

  private static Issue enriched(Issue target, List<Issue> merged) {
    Instant first =
        merged.stream().map(Issue::firstSeen).min(Instant::compareTo).orElse(target.firstSeen());
    Issue earlier = first.isBefore(target.firstSeen()) ? target.seenFirst(first) : target;
    Set<Optional<Issue.Assignee>> assignees = new LinkedHashSet<>();
    merged.forEach(issue -> assignees.add(issue.assignee()));
    return target.assignee().isEmpty() && assignees.size() == 1
        ? earlier.withAssignee(assignees.iterator().next())
        : earlier;
  }

  /**
   * Gives each of the fingerprints an issue of its own.
   *
   * @param names what the new issues are called, by fingerprint
   * @return the fingerprints with their new issues; those that are not the issue's, nor were before
   *     an earlier split, are left out
   * @throws IllegalArgumentException when nothing would be left of the issue
   */
  public List<IssueFingerprint> split(Issue issue, Map<String, Naming> names) {
    List<IssueFingerprint> own = issues.fingerprints(issue.project(), issue.id());
    if (own.stream().allMatch(each -> names.containsKey(each.value()))) {
      throw new IllegalArgumentException(
          "All %d fingerprints of issue %s would leave it: keep at least one"
              .formatted(own.size(), issue.id()));
    }
    List<IssueFingerprint> moved = new ArrayList<>();
    names.forEach(
        (value, naming) ->
            issues
                .fingerprint(issue.project(), value)
                .ifPresent(
                    found -> {
                      if (found.issue().equals(issue.id())) {
                        moved.add(apart(issue, found, naming));
                      } else if (found.before().filter(issue.id()::equals).isPresent()) {
                        moved.add(found);
                      }
                    }));
    return moved;
  }

  private IssueFingerprint apart(Issue issue, IssueFingerprint fingerprint, Naming naming) {
    Instant now = clock.instant();
    Issue made =
        Issue.made(
            issue.project(),
            ids.get(),
            naming.name().orElse(issue.name()),
            naming.description().orElse(issue.description()),
            fingerprint.firstSeen(),
            now);
    IssueFingerprint moved = fingerprint.to(made.id(), now);
    table.transact(
        List.of(
            new Write.Put(made.item(), Condition.absent()),
            new Write.Put(moved.item(), Condition.version(fingerprint.version()))));
    return moved;
  }

  /**
   * What an issue that is split off is called; where nothing is said, as the one it came from.
   *
   * @param name what it is called
   * @param description more of it
   */
  public record Naming(Optional<String> name, Optional<String> description) {
    /** As the issue it came from. */
    public static final Naming INHERITED = new Naming(Optional.empty(), Optional.empty());
  }
}
