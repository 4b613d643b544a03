package dev.tenrec.flags;

import static dev.tenrec.flags.Definitions.flag;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestFlagCheck {
  @Test
  void aFlagMayLookAtFlagsAndCohortsThatExist() {
    assertThatCode(() -> check(dependsOn(2, "b", "1"), flag(1, "a", "{}")))
        .doesNotThrowAnyException();
    assertThatCode(() -> check(inCohort(7))).doesNotThrowAnyException();
  }

  @Test
  void flagsCannotDependOnEachOtherInACircle() {
    assertThatThrownBy(
            () -> check(dependsOn(1, "a", "b"), dependsOn(2, "b", "3"), dependsOn(3, "c", "a")))
        .isInstanceOf(FlagException.class)
        .hasMessageContaining("a → b → c → a");
    assertThatThrownBy(() -> check(dependsOn(1, "a", "a"))).hasMessageContaining("a → a");
  }

  @Test
  void whatIsNotThereCannotBeLookedAt() {
    assertThatThrownBy(() -> check(dependsOn(1, "a", "9"))).hasMessageContaining("no flag 9");
    assertThatThrownBy(() -> check(inCohort(8))).hasMessageContaining("no cohort 8");
  }

  @Test
  void brokenOthersCostNothing() {
    assertThatCode(() -> check(flag(1, "a", "{}"), flag(2, "not a key", "{}")))
        .doesNotThrowAnyException();
  }

  private static void check(JsonNode definition, JsonNode... others) {
    new FlagCheck(Arrays.asList(others), Set.of(7L)).check(definition);
  }

  private static JsonNode dependsOn(int id, String key, String other) {
    return flag(
        id,
        key,
        "{'groups':[{'properties':[{'type':'flag','key':'%s','operator':'flag_evaluates_to','value':true}]}]}"
            .formatted(other));
  }

  private static JsonNode inCohort(int cohort) {
    return flag(
        1,
        "a",
        "{'groups':[{'properties':[{'type':'cohort','key':'id','value':%d}]}]}".formatted(cohort));
  }
}
