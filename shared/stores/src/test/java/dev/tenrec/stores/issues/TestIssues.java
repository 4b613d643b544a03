package dev.tenrec.stores.issues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.stores.issues.Issues.Change;
import dev.tenrec.stores.table.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestIssues {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static final Issue.Assignee ADA = new Issue.Assignee("u1", "ada@example.com");

  private final DynamoDbEmulator engine = DynamoDbEmulator.shared();
  private final Issues issues =
      new Issues(
          new Table(engine.client(), engine.freshTable("issues")), () -> NOW, UUID::randomUUID);

  @Test
  void aFingerprintMakesOneIssueHoweverManySeeItAtOnce() throws Exception {
    Callable<Issues.Seen> see = () -> issues.see(seen(1, "abc"));
    try (ExecutorService many = Executors.newFixedThreadPool(4)) {
      Set<UUID> seen =
          many.invokeAll(IntStream.range(0, 8).mapToObj(_ -> see).toList()).stream()
              .map(future -> future.resultNow().issue().id())
              .collect(Collectors.toSet());
      assertThat(seen).hasSize(1);
    }
    assertThat(issues.list(1)).hasSize(1);
    assertThat(issues.see(seen(1, "def")).change()).isEqualTo(Change.CREATED);
    assertThat(issues.see(seen(2, "abc")).change()).isEqualTo(Change.CREATED);
  }

  @Test
  void aResolvedIssueIsReopenedAndASuppressedOneIsNot() {
    Issue issue = issues.see(seen(1, "abc")).issue();
    issues.update(1, issue.id(), open -> open.withStatus(Issue.Status.RESOLVED));
    Issues.Seen again = issues.see(seen(1, "abc"));
    assertThat(again.change()).isEqualTo(Change.REOPENED);
    assertThat(again.issue().status()).isEqualTo(Issue.Status.ACTIVE);

    issues.update(1, issue.id(), open -> open.withStatus(Issue.Status.SUPPRESSED));
    assertThat(issues.see(seen(1, "abc")).issue().status()).isEqualTo(Issue.Status.SUPPRESSED);
  }

  @Test
  void whatPeopleWriteOnAnIssueStays() {
    UUID id = issues.see(seen(1, "abc")).issue().id();
    issues.update(1, id, issue -> issue.withName("Cart").withAssignee(Optional.of(ADA)));
    Issue seen = issues.see(seen(1, "abc", NOW.plusSeconds(5))).issue();
    assertThat(seen.name()).isEqualTo("Cart");
    assertThat(seen.assignee()).contains(ADA);
    assertThat(seen.firstSeen()).isEqualTo(NOW);
    assertThat(issues.update(1, UUID.randomUUID(), issue -> issue)).isEmpty();
  }

  @Test
  void anExceptionThatIsDeliveredAgainChangesWhatItChanged() {
    Sighting first = seen(1, "abc");
    assertThat(issues.see(first).change()).isEqualTo(Change.CREATED);
    assertThat(issues.see(first).change()).isEqualTo(Change.CREATED);
    assertThat(issues.see(seen(1, "abc")).change()).isEqualTo(Change.NONE);

    UUID id = issues.see(first).issue().id();
    issues.update(1, id, issue -> issue.withStatus(Issue.Status.RESOLVED));
    Sighting second = seen(1, "abc");
    assertThat(issues.see(second).change()).isEqualTo(Change.REOPENED);
    assertThat(issues.see(second).change()).isEqualTo(Change.REOPENED);
    assertThat(issues.see(seen(1, "abc")).change()).isEqualTo(Change.NONE);
  }

  @Test
  void aMergedIssueLeadsToTheOneThatHasItsExceptions() {
    Issue target = issues.see(seen(1, "a")).issue();
    Issue other = issues.see(seen(1, "b", NOW.minusSeconds(9))).issue();
    issues.update(1, other.id(), issue -> issue.withAssignee(Optional.of(ADA)));

    List<IssueFingerprint> moved = issues.moves().merge(target, Set.of(other.id()));
    assertThat(moved).extracting(IssueFingerprint::value).containsExactly("b");
    assertThat(moved.getFirst().version()).isEqualTo(2);
    assertThat(issues.see(seen(1, "b")).issue().id()).isEqualTo(target.id());
    assertThat(issues.list(1)).extracting(Issue::id).containsExactly(target.id());
    Issue found = issues.find(1, other.id()).orElseThrow();
    assertThat(found.id()).isEqualTo(target.id());
    assertThat(found.assignee()).contains(ADA);
    assertThat(found.firstSeen()).isEqualTo(NOW.minusSeconds(9));
    assertThat(issues.moves().merge(target, Set.of(other.id()))).isEqualTo(moved);
    assertThat(issues.moves().merge(target, Set.of(target.id(), UUID.randomUUID())))
        .isEqualTo(moved);
  }

  @Test
  void aMergeOfMoreFingerprintsThanATransactionHoldsMovesAll() {
    Issue target = issues.see(seen(1, "target")).issue();
    Issue large = issues.see(seen(1, "f0")).issue();
    for (int i = 1; i < 100; i++) {
      issues.moves().merge(large, Set.of(issues.see(seen(1, "f" + i)).issue().id()));
    }
    assertThat(issues.moves().merge(target, Set.of(large.id()))).hasSize(100);
    assertThat(issues.fingerprints(1, target.id())).hasSize(101);
    assertThat(issues.list(1)).hasSize(1);
  }

  @Test
  void aSplitGivesAFingerprintAnIssueOfItsOwnAndLeavesOne() {
    Issue issue = issues.see(seen(1, "a")).issue();
    issues.moves().merge(issue, Set.of(issues.see(seen(1, "b")).issue().id()));
    Map<String, IssueMoves.Naming> names =
        Map.of("b", new IssueMoves.Naming(Optional.of("B"), Optional.empty()));

    List<IssueFingerprint> moved = issues.moves().split(issue, names);
    assertThat(moved).extracting(IssueFingerprint::version).containsExactly(3L);
    Issue made = issues.see(seen(1, "b")).issue();
    assertThat(made.id()).isEqualTo(moved.getFirst().issue()).isNotEqualTo(issue.id());
    assertThat(made.name()).isEqualTo("B");
    assertThat(made.description()).isEqualTo(issue.description());
    assertThat(issues.moves().split(issue, names)).isEqualTo(moved);
    assertThatThrownBy(() -> issues.moves().split(issue, Map.of("a", IssueMoves.Naming.INHERITED)))
        .hasMessageContaining("keep at least one");
  }

  private static Sighting seen(long project, String fingerprint) {
    return seen(project, fingerprint, NOW);
  }

  private static Sighting seen(long project, String fingerprint, Instant at) {
    return new Sighting(project, fingerprint, UUID.randomUUID(), "TypeError", "x", at);
  }
}
