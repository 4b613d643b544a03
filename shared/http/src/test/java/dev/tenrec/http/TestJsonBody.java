package dev.tenrec.http;

import static dev.tenrec.http.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TestJsonBody {
  private final JsonBody body =
      of(
          """
          {"name":"x","none":null,"count":3,"on":false,"filter":{"a":1},"tags":["a","b"]}\
          """);

  @Test
  void fieldsAreReadByType() {
    assertThat(body.text("name")).isEqualTo("x");
    assertThat(body.optionalText("name")).contains("x");
    assertThat(body.optionalFlag("on")).contains(false);
    assertThat(body.optionalObject("filter")).hasValueSatisfying(o -> assertThat(o).hasSize(1));
    assertThat(body.items("tags")).extracting(JsonNode::textValue).containsExactly("a", "b");
  }

  @Test
  void missingAndNullAreTheSame() {
    for (String field : new String[] {"none", "other"}) {
      assertThat(body.has(field)).isFalse();
      assertThat(body.optionalText(field)).isEmpty();
      assertThat(body.optionalFlag(field)).isEmpty();
      assertThat(body.optionalObject(field)).isEmpty();
      assertThat(body.items(field)).isEmpty();
      assertInvalid(() -> body.text(field), field, "required", "This field is required.");
    }
  }

  @Test
  void theWrongTypeNamesTheField() {
    assertInvalid(() -> body.text("count"), "count", "invalid", "Not a valid string.");
    assertInvalid(() -> body.optionalFlag("name"), "name", "invalid", "Must be a valid boolean.");
    assertInvalid(() -> body.optionalObject("name"), "name", "invalid", "Must be an object.");
    assertInvalid(() -> body.items("name"), "name", "not_a_list", "Expected a list of items.");
  }

  @Test
  void onlyFieldsThatWereSentAreCopied() {
    ObjectNode body = of("{\"a\":1,\"b\":2}").node();

    of("{\"b\":null,\"c\":[3],\"other\":4}").copy(List.of("a", "b", "c"), body);

    assertThat(body).hasToString("{\"a\":1,\"b\":null,\"c\":[3]}");
  }

  @Test
  void anEmptyBodyIsAnEmptyObject() {
    assertThat(of("").node()).isEmpty();
  }

  @Test
  void aBodyThatIsNoObjectIsMalformed() {
    assertThatThrownBy(() -> of("{\"a\"")).hasMessageStartingWith("JSON parse error - ");
    assertThatThrownBy(() -> of("[1]")).hasMessage("The body must be a JSON object.");
  }

  private static JsonBody of(String text) {
    return JsonBody.of(request("POST", "/", Map.of(), text));
  }

  private static void assertInvalid(
      ThrowingCallable reading, String attribute, String code, String detail) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            ApiException.class,
            error -> {
              assertThat(error.status()).isEqualTo(400);
              assertThat(error.code()).isEqualTo(code);
              assertThat(error.body().get("attr").asText()).isEqualTo(attribute);
              assertThat(error.body().get("detail").asText()).isEqualTo(detail);
            });
  }
}
