package dev.tenrec.stores.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.stores.table.Table;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TestDefinitions {
  private final DynamoDbEmulator engine = DynamoDbEmulator.shared();
  private final Definitions definitions =
      new Definitions(
          new Table(engine.client(), engine.freshTable("definitions")),
          () -> Instant.parse("2026-01-01T00:00:00Z"));

  @Test
  void kindsAndProjectsAreApart() {
    definitions.create(1, "insight", body("a"), "ada");
    definitions.create(1, "feature_flag", key("b"), "ada");
    definitions.create(2, "insight", body("c"), "ada");

    assertThat(definitions.list(1, "insight"))
        .extracting(Definition::body)
        .containsExactly(body("a"));
    assertThat(definitions.find(2, "insight", 1)).map(Definition::body).contains(body("c"));
    assertThat(definitions.find(2, "feature_flag", 1)).isEmpty();
  }

  @Test
  void everyChangeKeepsTheVersionBeforeItAndWhoMadeIt() {
    definitions.create(1, "insight", body("one"), "ada");
    definitions.update(1, "insight", 1, _ -> body("two"), "grace");
    definitions.delete(1, "insight", 1, "ada");

    assertThat(definitions.history(1, "insight", 1))
        .extracting(
            Definition::version, Definition::body, Definition::updatedBy, Definition::deleted)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1L, body("one"), "ada", false),
            org.assertj.core.groups.Tuple.tuple(2L, body("two"), "grace", false),
            org.assertj.core.groups.Tuple.tuple(3L, body("two"), "ada", true));
    assertThat(definitions.list(1, "insight")).isEmpty();
    assertThat(definitions.update(1, "insight", 1, body -> body, "ada")).isEmpty();
  }

  @Test
  void theKindsVersionRisesWithEveryChange() {
    assertThat(definitions.version(1, "feature_flag")).isZero();
    definitions.create(1, "feature_flag", key("a"), "ada");
    definitions.update(1, "feature_flag", 1, _ -> key("b"), "ada");
    assertThat(definitions.version(1, "feature_flag")).isEqualTo(2);
    assertThat(definitions.version(1, "insight")).isZero();
  }

  @Test
  void aChangeIsMadeOnWhatSomebodyElseWroteMeanwhile() {
    definitions.create(1, "insight", body("a"), "ada");
    AtomicInteger calls = new AtomicInteger();
    definitions.update(
        1,
        "insight",
        1,
        body -> {
          if (calls.incrementAndGet() == 1) {
            definitions.update(1, "insight", 1, other -> other.put("other", true), "grace");
          }
          return body.put("name", "mine");
        },
        "ada");

    assertThat(definitions.find(1, "insight", 1).orElseThrow().body())
        .isEqualTo(body("mine").put("other", true));
  }

  @Test
  void twoFlagsOfAProjectNeverShareAKey() {
    definitions.create(1, "feature_flag", key("a"), "ada");
    assertThatThrownBy(() -> definitions.create(1, "feature_flag", key("a"), "ada"))
        .isInstanceOf(NameTakenException.class)
        .hasMessageContaining("\"a\"");
    definitions.create(2, "feature_flag", key("a"), "ada");

    definitions.update(1, "feature_flag", 1, _ -> key("b"), "ada");
    long second = definitions.create(1, "feature_flag", key("a"), "ada").id();
    assertThatThrownBy(() -> definitions.update(1, "feature_flag", second, _ -> key("b"), "ada"))
        .isInstanceOf(NameTakenException.class);
    definitions.delete(1, "feature_flag", 1, "ada");
    assertThat(definitions.update(1, "feature_flag", second, _ -> key("b"), "ada")).isPresent();
  }

  private static ObjectNode key(String key) {
    return JsonNodeFactory.instance.objectNode().put("key", key);
  }

  private static ObjectNode body(String name) {
    return JsonNodeFactory.instance.objectNode().put("name", name);
  }
}
