package dev.tenrec.lake.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What every pipeline state does. */
abstract class PipelineStateContract {
  final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-01T10:00:00Z"));

  private static final Shard SHARD = new Shard("processed", "shardId-000000000000");

  abstract PipelineState state();

  private static Registration registration(String table, String id) {
    return new Registration(
        id,
        table,
        Instant.parse("2026-05-01T10:00:00.123Z"),
        List.of(
            new Registration.File("s3://bucket/" + id + "1", Optional.empty(), 1_234, 56),
            new Registration.File(
                "s3://bucket/" + id + "2", Optional.of(LocalDate.parse("0987-02-28")), 7, 8)));
  }

  @Test
  void knowsNoCheckpointOfANewShard() {
    assertThat(state().checkpoint(SHARD)).isEmpty();
  }

  @Test
  void movesACheckpointTogetherWithTheRegistrations() {
    PipelineState state = state();

    assertThat(state.advance(SHARD, Optional.empty(), "7", List.of(registration("events", "a"))))
        .isTrue();

    assertThat(state.checkpoint(SHARD)).hasValue("7");
    assertThat(state.pending("events", 10)).containsExactly(registration("events", "a"));
    assertThat(state.checkpoint(new Shard("processed", "other"))).isEmpty();
    assertThat(state.checkpoint(new Shard("other", SHARD.id()))).isEmpty();
  }

  @Test
  void changesNothingWhenTheCheckpointIsNotTheExpectedOne() {
    PipelineState state = state();
    state.advance(SHARD, Optional.empty(), "7", List.of());

    assertThat(state.advance(SHARD, Optional.empty(), "8", List.of(registration("events", "a"))))
        .isFalse();
    assertThat(state.advance(SHARD, Optional.of("6"), "8", List.of(registration("events", "b"))))
        .isFalse();

    assertThat(state.checkpoint(SHARD)).hasValue("7");
    assertThat(state.pending("events", 10)).isEmpty();
    assertThat(state.advance(SHARD, Optional.of("7"), "8", List.of())).isTrue();
  }

  @Test
  void listsTheOldestRegistrationsOfATableFirst() {
    PipelineState state = state();
    state.advance(
        SHARD,
        Optional.empty(),
        "1",
        List.of(
            registration("events", "c"), registration("events", "a"), registration("groups", "b")));
    state.advance(SHARD, Optional.of("1"), "2", List.of(registration("events", "b")));

    assertThat(state.pending("events", 10))
        .extracting(Registration::id)
        .containsExactly("a", "b", "c");
    assertThat(state.pending("events", 2)).extracting(Registration::id).containsExactly("a", "b");
    assertThat(state.pending("groups", 2)).extracting(Registration::id).containsExactly("b");
    assertThat(state.pending("rejected", 2)).isEmpty();
  }

  @Test
  void removesRegistrationsOnceAndAgain() {
    PipelineState state = state();
    List<Registration> many = new ArrayList<>();
    for (int i = 10; i < 70; i++) {
      many.add(registration("events", "id" + i));
    }
    state.advance(SHARD, Optional.empty(), "1", many);

    state.remove(many.subList(0, 59));
    assertThat(state.pending("events", 100)).extracting(Registration::id).containsExactly("id69");

    state.remove(many);
    assertThat(state.pending("events", 100)).isEmpty();
  }

  @Test
  void givesALeaseToOneOnly() {
    PipelineState state = state();
    Lease lease = state.acquire("commit", Duration.ofMinutes(1)).orElseThrow();

    assertThat(lease.expiresAt()).isEqualTo(now.get().plusSeconds(60));
    assertThat(state.acquire("commit", Duration.ofMinutes(1))).isEmpty();
    assertThat(state.acquire("maintenance", Duration.ofMinutes(1))).isPresent();
  }

  @Test
  void givesALeaseAgainWhenItWasReleasedOrHasExpired() {
    PipelineState state = state();
    Lease first = state.acquire("commit", Duration.ofMinutes(1)).orElseThrow();
    state.release(first);
    Lease second = state.acquire("commit", Duration.ofMinutes(1)).orElseThrow();
    now.set(now.get().plusSeconds(60));
    Lease third = state.acquire("commit", Duration.ofMinutes(1)).orElseThrow();

    assertThat(second.token()).isGreaterThan(first.token());
    assertThat(third.token()).isGreaterThan(second.token());
  }

  @Test
  void holdsALeaseThatIsRenewedUntilSomebodyElseHasTakenIt() {
    PipelineState state = state();
    Lease lease = state.acquire("commit", Duration.ofMinutes(1)).orElseThrow();
    now.set(now.get().plusSeconds(59));

    Lease longer = state.renew(lease, Duration.ofMinutes(1)).orElseThrow();

    assertThat(longer.token()).isEqualTo(lease.token());
    assertThat(longer.expiresAt()).isEqualTo(now.get().plusSeconds(60));
    now.set(now.get().plusSeconds(59));
    assertThat(state.acquire("commit", Duration.ofMinutes(1))).isEmpty();
    now.set(now.get().plusSeconds(1));
    assertThat(state.acquire("commit", Duration.ofMinutes(1))).isPresent();
    assertThat(state.renew(longer, Duration.ofMinutes(1))).isEmpty();
  }

  @Test
  void doesNotReleaseTheLeaseOfAnother() {
    PipelineState state = state();
    Lease late = state.acquire("commit", Duration.ofMinutes(1)).orElseThrow();
    now.set(now.get().plusSeconds(61));
    assertThat(state.acquire("commit", Duration.ofMinutes(1))).isPresent();

    state.release(late);

    assertThat(state.acquire("commit", Duration.ofMinutes(1))).isEmpty();
  }

  @Test
  void remembersTheLastNote() {
    PipelineState state = state();
    assertThat(state.note("sweep")).isEmpty();

    state.note("sweep", "one");
    state.note("sweep", "two");

    assertThat(state.note("sweep")).hasValue("two");
    assertThat(state.note("squash")).isEmpty();
  }
}
