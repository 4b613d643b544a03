package dev.tenrec.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestWarmup {
  @Test
  void itGoesAllTheWayToTheProjects() {
    List<String> asked = new ArrayList<>();

    Warmup.run(
        token -> {
          asked.add(token);
          return Optional.empty();
        });

    assertThat(asked).containsExactly("phc_warmup");
  }

  @Test
  void itNeverFails() {
    assertThatCode(
            () ->
                Warmup.run(
                    _ -> {
                      throw new IllegalStateException("no table");
                    }))
        .doesNotThrowAnyException();
  }

  @Test
  void onlyInstancesThatAreSnapshotWantIt() {
    assertThat(Warmup.isWanted(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"))).isTrue();
    assertThat(Warmup.isWanted(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"))).isFalse();
    assertThat(Warmup.isWanted(Map.of())).isFalse();
  }
}
