package dev.tenrec.query.insights.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.query.insights.InsightException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestFormula {
  /** A is 8, B is 3, C is 0. The expected values are Python's. */
  @ParameterizedTest
  @CsvSource({
    "A, 8",
    "a + b * 2, 14",
    "(A + B) * 2, 22",
    "A - B - 1, 4",
    "A / B * 3, 8",
    "A / C, 0",
    "A % B, 2",
    "-A % B, 1",
    "-2 ** 2, -4",
    "2 ** 3 ** 2, 512",
    "2 ** -1, 0.5",
    "+-A, -8",
    "A*100/(A+C), 100",
    "1.5 * 2, 3",
  })
  void countsAsPythonDoes(String text, double expected) {
    assertThat(Formula.parse(text, 3).of(List.of(8.0, 3.0, 0.0))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"A +", "(A", "A B", "count(A)", "AB", "1.2.3", "A $ B", "''"})
  void whatCannotBeReadIsRefusedWithItsPlace(String text) {
    assertThatThrownBy(() -> Formula.parse(text, 3))
        .isInstanceOf(InsightException.class)
        .hasMessageContaining("character");
  }

  @Test
  void aSeriesThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Formula.parse("A / D", 3)).hasMessageContaining("series D");
  }
}
