package dev.tenrec.errors.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.errors.stack.ExceptionChain;
import org.junit.jupiter.api.Test;

class TestFingerprint {
  private static final String PYTHON =
      "{'platform':'python','filename':'%s','function':'%s','lineno':%d,'in_app':%s}";

  @Test
  void movingCodeToOtherLinesDoesNotMakeAnotherBug() {
    assertThat(of("ValueError", "a", frame("app.py", "run", 10)))
        .isEqualTo(of("ValueError", "b", frame("app.py", "run", 99)));
  }

  @Test
  void anotherTypeFunctionOrFileIsAnotherBug() {
    String bug = of("ValueError", "a", frame("app.py", "run", 10));
    assertThat(of("KeyError", "a", frame("app.py", "run", 10))).isNotEqualTo(bug);
    assertThat(of("ValueError", "a", frame("app.py", "walk", 10))).isNotEqualTo(bug);
    assertThat(of("ValueError", "a", frame("other.py", "run", 10))).isNotEqualTo(bug);
  }

  @Test
  void libraryFramesDoNotCountBesideTheOwnersCode() {
    String library = PYTHON.formatted("lib/http.py", "get", 5, "false");
    assertThat(of("E", "a", library + "," + frame("app.py", "run", 1)))
        .isEqualTo(of("E", "a", frame("app.py", "run", 1)));
  }

  @Test
  void withoutTheOwnersCodeOnlyTheFirstFrameCounts() {
    String first = PYTHON.formatted("lib/a.py", "x", 1, "false");
    String second = PYTHON.formatted("lib/b.py", "y", 2, "false");
    assertThat(of("E", "a", first + "," + second)).isEqualTo(of("E", "a", first));
  }

  @Test
  void theMessageCountsOnlyWhereNoFrameTellsMore() {
    assertThat(of("E", "a", "")).isNotEqualTo(of("E", "b", ""));
    assertThat(of("E", "a", frame("f", "g", 1))).isEqualTo(of("E", "b", frame("f", "g", 1)));
  }

  @Test
  void aFingerprintIsShaFiveTwelve() {
    // The digits of sha512("E" + "a"), computed with coreutils' sha512sum.
    assertThat(of("E", "a", "")).hasSize(128).startsWith("39510e0198c0df30").matches("[0-9a-f]+");
  }

  @Test
  void theClientsOwnFingerprintWins() {
    ObjectNode properties =
        json("{'$exception_fingerprint':'mine','$exception_list':[{'type':'E'}]}");
    assertThat(Fingerprint.of(properties, ExceptionChain.of(properties).orElseThrow()).value())
        .isEqualTo("mine");
  }

  private static String frame(String file, String function, int line) {
    return PYTHON.formatted(file, function, line, "true");
  }

  private static String of(String type, String value, String frames) {
    ObjectNode properties =
        json(
            "{'$exception_list':[{'type':'%s','value':'%s','stacktrace':{'frames':[%s]}}]}"
                .formatted(type, value, frames));
    return Fingerprint.compute(ExceptionChain.of(properties).orElseThrow()).value();
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
      throw new IllegalArgumentException(text, broken);
    }
  }
}
