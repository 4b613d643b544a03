package dev.tenrec.ingest.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestDistinctIdRules {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "anonymous",
        "Anonymous",
        "GUEST",
        "distinctid",
        "distinct_id",
        "id",
        "not_authenticated",
        "email",
        "undefined",
        "TRUE",
        "false",
        "[object Object]",
        "NaN",
        "None",
        "none",
        "null",
        "0",
        "\"null\"",
        "'guest'",
        "\"\"",
        "   ",
        " null "
      })
  void placeholdersAreIllegal(String id) {
    assertThat(DistinctIdRules.isIllegal(id)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ana",
        "00",
        "NULL",
        "nan",
        "[object object]",
        "guest-1",
        "user@example.com",
        "\""
      })
  void otherIdsAreLegal(String id) {
    assertThat(DistinctIdRules.isIllegal(id)).isFalse();
  }

  @Test
  void endlessIdsAreIllegal() {
    assertThat(DistinctIdRules.isIllegal("x".repeat(400))).isFalse();
    assertThat(DistinctIdRules.isIllegal("x".repeat(401))).isTrue();
  }
}
