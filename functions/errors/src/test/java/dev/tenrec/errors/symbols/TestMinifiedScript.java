package dev.tenrec.errors.symbols;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestMinifiedScript {
  @Test
  void aFunctionIsFoundHoweverItIsDeclared() {
    assertThat(column("function o(e){throw e}", "o", 16)).isEqualTo(10);
    assertThat(column("var a=1,o=function(e){throw e}", "o", 22)).isEqualTo(9);
    assertThat(column("const o=async(e,(t))=>{throw e}", "o", 23)).isEqualTo(7);
    assertThat(column("let o=e=>f(e)", "o", 10)).isEqualTo(5);
    assertThat(column("class C{o(e,t=f()){throw e}}", "o", 20)).isEqualTo(9);
    assertThat(column("x={o:function(){throw 1}}", "o", 17)).isEqualTo(4);
    assertThat(column("async function* o(){throw 1}", "o", 21)).isEqualTo(17);
  }

  @Test
  void theLastDeclarationBeforeThePlaceCounts() {
    String script = "function o(){}function p(){function o(){throw 1}o()}function o(){}";
    assertThat(column(script, "o", 42)).isEqualTo(37);
    assertThat(column(script, "p", 42)).isEqualTo(24);
  }

  @Test
  void whatOnlyLooksLikeADeclarationIsNone() {
    assertThat(column("o(1);if(o(2)){throw 1}", "o", 18)).isEqualTo(-1);
    assertThat(column("foo=()=>{throw 1}", "o", 12)).isEqualTo(-1);
    assertThat(column("o==e=>{throw 1}", "o", 9)).isEqualTo(-1);
    assertThat(column("function o(){}", "", 12)).isEqualTo(-1);
    assertThat(new MinifiedScript("function o(){}").declaration("o", 5, 1)).isEmpty();
    assertThat(new MinifiedScript("function o(){}").declaration("o", 0, 0)).isEmpty();
  }

  @Test
  void linesAreCounted() {
    assertThat(new MinifiedScript("\n\n  function o(){\nthrow 1}").declaration("o", 4, 1))
        .contains(new MinifiedScript.Place(3, 12));
  }

  private static int column(String script, String name, int at) {
    return new MinifiedScript(script)
        .declaration(name, 1, at)
        .map(MinifiedScript.Place::column)
        .orElse(-1);
  }
}
