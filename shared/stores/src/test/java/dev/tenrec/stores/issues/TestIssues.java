package dev.tenrec.stores.issues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.stores.issues.Issues.Change;
import dev.tenrec.stores.table.Table;
import java.time.Instant;
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

  private final DynamoDbEmulator engine = DynamoDbEmulator.shared();
  private final Issues issues =
      new Issues(
          new Table(engine.client(), engine.freshTable("issues")), () -> NOW, UUID::randomUUID);

  @Test
  void aFingerprintMakesOneIssueHoweverManySeeItAtOnce() throws Exception {
    Callable<Issues.Seen> see = () -> issues.see(1, "abc", "TypeError", "x is undefined", NOW);
    try (ExecutorService many = Executors.newFixedThreadPool(4)) {
      Set<UUID> seen =
          many.invokeAll(IntStream.range(0, 8).mapToObj(_ -> see).toList()).stream()
              .map(future -> future.resultNow().issue().id())
              .collect(Collectors.toSet());
      assertThat(seen).hasSize(1);
    }
    assertThat(issues.list(1)).hasSize(1);
    assertThat(issues.see(1, "def", "TypeError", "y", NOW).change()).isEqualTo(Change.CREATED);
    assertThat(issues.see(2, "abc", "TypeError", "x", NOW).change()).isEqualTo(Change.CREATED);
  }

  @Test
  void aResolvedIssueIsReopenedAndASuppressedOneIsNot() {
    Issue issue = issues.see(1, "abc", "TypeError", "x", NOW).issue();
    issues.update(1, issue.id(), open -> open.withStatus(Issue.Status.RESOLVED));
    Issues.Seen again = issues.see(1, "abc", "TypeError", "x", NOW);
    assertThat(again.change()).isEqualTo(Change.REOPENED);
    assertThat(again.issue().status()).isEqualTo(Issue.Status.ACTIVE);

    issues.update(1, issue.id(), open -> open.withStatus(Issue.Status.SUPPRESSED));
    assertThat(issues.see(1, "abc", "TypeError", "x", NOW).issue().status())
        .isEqualTo(Issue.Status.SUPPRESSED);
  }

  @Test
  void whatPeopleWriteOnAnIssueStays() {
    UUID id = issues.see(1, "abc", "TypeError", "x", NOW).issue().id();
    issues.update(
        1, id, issue -> issue.withName("Cart").withAssignee(Optional.of("ada@example.com")));
    Issue seen = issues.see(1, "abc", "TypeError", "other", NOW.plusSeconds(5)).issue();
    assertThat(seen.name()).isEqualTo("Cart");
    assertThat(seen.assignee()).contains("ada@example.com");
    assertThat(seen.firstSeen()).isEqualTo(NOW);
    assertThat(issues.update(1, UUID.randomUUID(), issue -> issue)).isEmpty();
  }
}
