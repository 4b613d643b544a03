package dev.tenrec.cloud.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestEventPattern {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":["x"]}                                   | {"a":"x"}            | true
          {"a":["x"]}                                   | {"a":"y"}            | false
          {"a":["x"]}                                   | {}                   | false
          {"a":["x","y"]}                               | {"a":"y"}            | true
          {"a":["x"],"b":["y"]}                         | {"a":"x"}            | false
          {"a":["x"],"b":["y"]}                         | {"a":"x","b":"y"}    | true
          {"a":["x"]}                                   | {"a":["z","x"]}      | true
          {"a":["x"]}                                   | {"a":{"x":1}}        | false
          {"a":[300]}                                   | {"a":300.0}          | true
          {"a":["300"]}                                 | {"a":300}            | false
          {"a":[true]}                                  | {"a":true}           | true
          {"a":[null]}                                  | {"a":null}           | true
          {"a":[null]}                                  | {}                   | false
          {"a":{"b":["x"]}}                             | {"a":{"b":"x"}}      | true
          {"a":{"b":["x"]}}                             | {"a":"x"}            | false
          {"a":{"b":["x"]}}                             | {"a":[{"b":"y"},{"b":"x"}]} | true
          {"a":[{"prefix":"ab"}]}                       | {"a":"abc"}          | true
          {"a":[{"prefix":"ab"}]}                       | {"a":"a"}            | false
          {"a":[{"prefix":{"equals-ignore-case":"AB"}}]}| {"a":"abc"}          | true
          {"a":[{"suffix":"bc"}]}                       | {"a":"abc"}          | true
          {"a":[{"suffix":"bc"}]}                       | {"a":"c"}            | false
          {"a":[{"equals-ignore-case":"AbC"}]}          | {"a":"aBc"}          | true
          {"a":[{"wildcard":"a*c*"}]}                   | {"a":"abcd"}         | true
          {"a":[{"wildcard":"a*c"}]}                    | {"a":"abcd"}         | false
          {"a":[{"anything-but":"x"}]}                  | {"a":"y"}            | true
          {"a":[{"anything-but":["x","y"]}]}            | {"a":"y"}            | false
          {"a":[{"anything-but":[1,2]}]}                | {"a":3}              | true
          {"a":[{"anything-but":"x"}]}                  | {}                   | false
          {"a":[{"anything-but":{"prefix":"x"}}]}       | {"a":"xy"}           | false
          {"a":[{"anything-but":{"prefix":["x","y"]}}]} | {"a":"z"}            | true
          {"a":[{"anything-but":{"suffix":["x","y"]}}]} | {"a":"zy"}           | false
          {"a":[{"exists":true}]}                       | {"a":null}           | true
          {"a":[{"exists":true}]}                       | {}                   | false
          {"a":[{"exists":false}]}                      | {}                   | true
          {"a":[{"exists":false}]}                      | {"a":[]}             | false
          {"a":{"b":[{"exists":false}]}}                | {}                   | true
          {"a":["x",{"exists":false}]}                  | {}                   | true
          {"a":[{"numeric":[">",0,"<=",5]}]}            | {"a":5}              | true
          {"a":[{"numeric":[">",0,"<=",5]}]}            | {"a":0}              | false
          {"a":[{"numeric":["=",1.5]}]}                 | {"a":1.50}           | true
          {"a":[{"numeric":[">",0]}]}                   | {"a":"1"}            | false
          {"$or":[{"a":["x"]},{"b":["y"]}]}             | {"b":"y"}            | true
          {"$or":[{"a":["x"]},{"b":["y"]}]}             | {"a":"y","b":"x"}    | false
          {"c":[1],"$or":[{"a":["x"]},{"b":["y"]}]}     | {"b":"y"}            | false
          """)
  void matches(String pattern, String event, boolean expected) throws IOException {
    assertThat(EventPattern.parse(pattern).matches(JSON.readTree(event))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{}",
        "[]",
        "{\"a\":\"x\"}",
        "{\"a\":[]}",
        "{\"a\":[{\"like\":\"x\"}]}",
        "{\"a\":[{\"prefix\":1}]}",
        "{\"a\":[{\"numeric\":[\">\"]}]}",
        "{\"a\":[{\"numeric\":[\"<>\",1]}]}",
        "{\"a\":[[1]]}"
      })
  void whatIsNoPatternIsRefused(String pattern) {
    assertThatThrownBy(() -> EventPattern.parse(pattern))
        .isInstanceOf(PatternException.class)
        .hasMessageContaining("filter");
  }
}
