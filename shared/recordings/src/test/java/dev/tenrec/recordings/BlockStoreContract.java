package dev.tenrec.recordings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

abstract class BlockStoreContract {
  abstract BlockStore store();

  @Test
  void aBlockIsReadByItsRange() {
    store().put("replay/1/day/a", "onetwothree".getBytes(UTF_8));

    assertThat(store().read(new BlockPlace("replay/1/day/a", 3, 3)))
        .contains("two".getBytes(UTF_8));
    assertThat(store().read(new BlockPlace("replay/1/day/none", 3, 3))).isEmpty();
  }

  @Test
  void anErasedBlockIsZerosAndItsNeighboursStay() {
    BlockPlace place = new BlockPlace("replay/1/day/b", 3, 3);
    store().put("replay/1/day/b", "onetwothree".getBytes(UTF_8));

    store().erase(place);
    store().erase(place);
    store().erase(new BlockPlace("replay/1/day/none", 0, 1));

    assertThat(store().read(place)).contains(new byte[3]);
    assertThat(store().read(new BlockPlace("replay/1/day/b", 0, 3)))
        .contains("one".getBytes(UTF_8));
    assertThat(store().read(new BlockPlace("replay/1/day/b", 6, 5)))
        .contains("three".getBytes(UTF_8));
  }
}
