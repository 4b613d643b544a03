package dev.tenrec.stores.symbols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.stores.table.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestSymbolSets {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final DynamoDbEmulator engine = DynamoDbEmulator.shared();
  private final Table table = new Table(engine.client(), engine.freshTable("symbols"));
  private final SymbolSets sets = new SymbolSets(table, () -> NOW, UUID::randomUUID);
  private final Releases releases = new Releases(table, () -> NOW, UUID::randomUUID);

  @Test
  void anUploadCountsOnceItIsFinished() {
    SymbolSet announced = sets.announce(1, "chunk-1", Optional.of("release-1"), "hash");
    assertThat(sets.find(1, "chunk-1")).isEmpty();
    assertThat(sets.find(1, announced.id())).isEmpty();

    sets.finish(1, announced.id(), "hash");
    SymbolSet found = sets.find(1, "chunk-1").orElseThrow();
    assertThat(found.uploaded()).isTrue();
    assertThat(found.release()).contains("release-1");
    assertThat(sets.find(1, announced.id())).contains(found);
    assertThat(sets.list(1)).containsExactly(found);
    assertThat(found.objectKey()).isEqualTo("symbols/1/" + announced.id());
    assertThat(sets.finish(1, UUID.randomUUID(), "hash")).isEmpty();
    assertThat(sets.list(2)).isEmpty();
  }

  @Test
  void aSecondUploadReplacesTheFirstOnlyWhenItIsFinished() {
    sets.finish(1, sets.announce(1, "c", Optional.empty(), "one").id(), "one");
    SymbolSet second = sets.announce(1, "c", Optional.empty(), "two");
    assertThat(sets.find(1, "c").orElseThrow().contentHash()).isEqualTo("one");
    sets.finish(1, second.id(), "two");
    assertThat(sets.find(1, "c").orElseThrow().contentHash()).isEqualTo("two");
    assertThat(sets.delete(1, "c")).isTrue();
    assertThat(sets.delete(1, "c")).isFalse();
  }

  @Test
  void aChunkWithoutAnIdIsRefused() {
    assertThatThrownBy(() -> sets.announce(1, "", Optional.empty(), "h"))
        .hasMessageContaining("chunk_id");
  }

  @Test
  void aReleaseIsMadeOnceForItsHash() {
    Release made = releases.create(1, "h", "shop", "1.2", "{}").orElseThrow();
    assertThat(releases.create(1, "h", "shop", "1.3", "{}")).isEmpty();
    assertThat(releases.create(2, "h", "shop", "1.3", "{}")).isPresent();
    assertThat(releases.byHash(1, "h")).contains(made);
    assertThat(releases.find(1, made.id())).contains(made);
    assertThat(releases.find(2, made.id())).isEmpty();
    assertThat(releases.list(1)).containsExactly(made);
    assertThatThrownBy(() -> releases.create(1, "i", "", "1", "{}"))
        .hasMessageContaining("project has 0 characters");
  }
}
