package dev.tenrec.stores.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.stores.batches.StoreUnavailableException;
import org.junit.jupiter.api.Test;

class TestTestingGroupStore extends GroupStoreContract {
  @Override
  GroupStore store() {
    return new TestingGroupStore();
  }

  @Test
  void itFailsOnDemandBeforeOrAfterWriting() {
    TestingGroupStore store = new TestingGroupStore();
    store.failAfter(0, false);
    assertThatThrownBy(() -> store.write(GroupTypes.none(1).with("company")))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(store.types(1).names()).isEmpty();
    store.failAfter(0, true);
    assertThatThrownBy(() -> store.write(GroupTypes.none(1).with("company")))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(store.types(1).names()).containsExactly("company");
  }
}
