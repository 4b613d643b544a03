package dev.tenrec.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestLzString {
  // Made with the npm package lz-string 1.5.0, compressToBase64.
  @ParameterizedTest
  @CsvSource({
    "Q===, ''",
    "ARA=, ' '",
    "BYUwNmD2Q===, hello",
    "IY18ZVkA, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "N4IgpgbmB2AuIC4QGMA2BLZBrMATEANCAA4BOA9sWKbOmAM6KhgC25AVuoiILwbgAHsBLwET2IAL6igA,"
        + " '{\"event\":\"clicked\",\"properties\":{\"emoji\":\"😀é漢\"}}'",
  })
  void itReadsWhatTheOriginalWrites(String compressed, String plain) throws Exception {
    assertThat(LzString.decompress(compressed, 1_000)).isEqualTo(plain);
  }

  @Test
  void itReadsWhatTheTestsCompressorWrites() throws Exception {
    String plain = "abababab cdcdcd 漢字漢字 ".repeat(500);

    String compressed = TestingLzString.compress(plain);

    assertThat(compressed.length()).isLessThan(plain.length() / 4);
    assertThat(LzString.decompress(compressed, 100_000)).isEqualTo(plain);
  }

  @Test
  void itStopsAtTheLimit() {
    String bomb = TestingLzString.compress("a".repeat(1_000_000));

    assertThat(bomb).hasSizeLessThan(4_000);
    assertThatThrownBy(() -> LzString.decompress(bomb, 100_000))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("decompressed");
  }

  @ParameterizedTest
  @CsvSource({"''", "B", "BYUwNmD", "BYU!!!", "////"})
  void whatBreaksIsRefused(String broken) {
    assertThatThrownBy(() -> LzString.decompress(broken, 1_000))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("The payload is not lz64: it breaks at character");
  }
}
