package dev.tenrec.query.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestMemory {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Test
  void forgetsWhatWasNotAskedForTheLongest() {
    Memory memory = new Memory(10_000);
    for (String key : List.of("a", "b", "c", "d")) {
      memory.put(key, result(2_000));
    }
    assertThat(memory.get("a")).isPresent();
    memory.put("e", result(2_000));
    assertThat(memory.get("b")).isEmpty();
    assertThat(List.of("a", "c", "d", "e")).allMatch(key -> memory.get(key).isPresent());
  }

  @Test
  void takesNothingThatWouldPushOutTheRest() {
    Memory memory = new Memory(10_000);
    memory.put("small", result(100));
    memory.put("large", result(5_000));
    assertThat(memory.get("large")).isEmpty();
    assertThat(memory.get("small")).isPresent();
  }

  @Test
  void anotherResultTakesThePlaceOfTheFirst() {
    Memory memory = new Memory(10_000);
    for (int times = 0; times < 100; times++) {
      memory.put("same", result(2_000));
    }
    memory.put("other", result(2_000));
    assertThat(memory.get("same")).isPresent();
    assertThat(memory.get("other")).isPresent();
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    List<List<JsonNode>> rows =
        List.of(
            List.of(JSON.textNode("a\"\u00e4"), JSON.numberNode(5L), JSON.numberNode(0.1)),
            List.of(JSON.nullNode(), JSON.booleanNode(true), JSON.arrayNode().add("x")));
    Instant at = Instant.parse("2026-03-31T12:00:00.123456Z");
    byte[] bytes = new RememberedResult(at, rows).bytes();
    RememberedResult read = RememberedResult.read(bytes, 3).orElseThrow();
    assertThat(read.computedAt()).isEqualTo(at);
    assertThat(read.rows()).hasToString(rows.toString());
    assertThat(RememberedResult.read(bytes, 2)).isEmpty();
    assertThat(RememberedResult.read(new byte[] {31}, 3)).isEmpty();
  }

  private static RememberedResult result(int characters) {
    return new RememberedResult(
        Instant.EPOCH, List.of(List.of(JSON.textNode("x".repeat(characters)))));
  }
}
