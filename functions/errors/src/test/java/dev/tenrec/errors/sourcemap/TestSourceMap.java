package dev.tenrec.errors.sourcemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestSourceMap {
  // Generated line 1: columns 0 and 8 are a.js 1:0 and 2:4 "fail"; line 2, column 2 is b.js 1:0.
  private static final String MAP =
      """
      {"version":3,"sourceRoot":"src","sources":["a.js","b.js"],
       "sourcesContent":["one\\ntwo\\nthree",null],"names":["fail"],
       "mappings":"AAAA,QACIA;ECDJ"}\
      """;

  @Test
  void aPositionIsFoundInWhatWasWritten() {
    SourceMap map = SourceMap.parse(MAP);
    assertThat(map.lookup(1, 1))
        .contains(new SourceMap.Original("src/a.js", 1, 1, Optional.empty()));
    assertThat(map.lookup(1, 9))
        .contains(new SourceMap.Original("src/a.js", 2, 5, Optional.of("fail")));
    assertThat(map.lookup(2, 40)).map(SourceMap.Original::source).contains("src/b.js");
  }

  @Test
  void aMappingCoversWhatFollowsItOnItsLineOnly() {
    SourceMap map = SourceMap.parse(MAP);
    assertThat(map.lookup(1, 5)).map(SourceMap.Original::line).contains(1);
    assertThat(map.lookup(2, 1)).isEmpty();
    assertThat(map.lookup(9, 1)).isEmpty();
  }

  @Test
  void theTextOfASourceComesWithIt() {
    SourceMap map = SourceMap.parse(")]}'\n" + MAP);
    assertThat(map.content("src/a.js")).contains("one\ntwo\nthree");
    assertThat(map.content("src/b.js")).isEmpty();
  }

  @Test
  void sectionsAreReadAtTheirOffsets() {
    SourceMap map =
        SourceMap.parse(
            "{\"version\":3,\"sections\":[{\"offset\":{\"line\":10,\"column\":5},\"map\":"
                + MAP
                + "}]}");
    assertThat(map.lookup(11, 14)).map(SourceMap.Original::line).contains(2);
    assertThat(map.lookup(12, 3)).map(SourceMap.Original::source).contains("src/b.js");
  }

  @Test
  void whatIsNoMapIsRefusedWithTheReason() {
    assertThatThrownBy(() -> SourceMap.parse("{")).isInstanceOf(SourceMapException.class);
    assertThatThrownBy(() -> SourceMap.parse("{\"version\":2}")).hasMessageContaining("must be 3");
    assertThatThrownBy(
            () -> SourceMap.parse("{\"version\":3,\"sources\":[],\"mappings\":\"AAAA\"}"))
        .hasMessageContaining("source 0 of 0");
    assertThatThrownBy(
            () -> SourceMap.parse("{\"version\":3,\"sources\":[\"a\"],\"mappings\":\"A!\"}"))
        .hasMessageContaining("'!'");
    assertThatThrownBy(
            () -> SourceMap.parse("{\"version\":3,\"sources\":[\"a\"],\"mappings\":\"g\"}"))
        .hasMessageContaining("cut off");
  }
}
