package dev.tenrec.stores.symbols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.stores.table.Table;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestSymbolSets {
  private final DynamoDbEmulator engine = DynamoDbEmulator.shared();
  private final SymbolSets sets =
      new SymbolSets(new Table(engine.client(), engine.freshTable("symbols")), UUID::randomUUID);

  @Test
  void anUploadCountsOnceItIsFinished() {
    SymbolSet announced = sets.announce(1, "chunk-1", Optional.of("release-1"), "hash");
    assertThat(sets.find(1, "chunk-1")).isEmpty();

    sets.finish(1, announced.id(), "hash");
    SymbolSet found = sets.find(1, "chunk-1").orElseThrow();
    assertThat(found.uploaded()).isTrue();
    assertThat(found.release()).contains("release-1");
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
}
