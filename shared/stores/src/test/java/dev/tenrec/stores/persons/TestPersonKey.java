package dev.tenrec.stores.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestPersonKey {
  @Test
  void theIdOfADistinctIdIsTheOnePostHogComputes() {
    assertThat(PersonKey.of(1, "user-1").id())
        .isEqualTo(UUID.fromString("6931a681-6e90-500d-8294-14582dcc2e3f"));
    assertThat(PersonKey.of(2, "distinct_id_1").id())
        .isEqualTo(UUID.fromString("bcd03778-ba69-52f2-8618-cd5710882973"));
  }

  @Test
  void projectsDoNotShareIds() {
    assertThat(PersonKey.of(1, "user-1")).isNotEqualTo(PersonKey.of(2, "user-1"));
    assertThat(PersonKey.of(1, "user-1").id()).isNotEqualTo(PersonKey.of(2, "user-1").id());
  }
}
