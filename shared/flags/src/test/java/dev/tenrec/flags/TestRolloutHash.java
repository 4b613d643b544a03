package dev.tenrec.flags;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestRolloutHash {
  @Test
  void placesIdentifiersWhereEverySdkPlacesThem() {
    assertThat(RolloutHash.rollout("simple-flag", "distinct_id_0")).isEqualTo(0.7836963764220432);
    assertThat(RolloutHash.rollout("simple-flag", "distinct_id_1")).isEqualTo(0.3397069926995401);
    assertThat(RolloutHash.rollout("beta-feature", "user-1")).isEqualTo(0.7264912549260886);
    assertThat(RolloutHash.variant("beta-feature", "user-1")).isEqualTo(0.14578218334266493);
    assertThat(RolloutHash.rollout("some_key", "some_distinct_id")).isEqualTo(0.3115715583890897);
    assertThat(RolloutHash.holdout("user-1")).isEqualTo(0.17805599206573022);
  }

  @Test
  void placesNobodyAtTheBeginning() {
    assertThat(RolloutHash.rollout("flag", "")).isZero();
  }
}
