package dev.tenrec.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

class TestHttpResponse {
  @Test
  void answersNameTheirMediaType() {
    assertThat(HttpResponse.text(400, "nö").headers())
        .containsEntry("content-type", "text/plain; charset=utf-8");
    assertThat(HttpResponse.text(400, "nö").text()).isEqualTo("nö");
    HttpResponse json = HttpResponse.json(200, JsonNodeFactory.instance.objectNode().put("a", 1));
    assertThat(json.headers()).containsEntry("content-type", "application/json");
    assertThat(json.text()).isEqualTo("{\"a\":1}");
    assertThat(HttpResponse.empty(204).headers()).isEmpty();
  }

  @Test
  void aHeaderOfTheSameNameIsReplaced() {
    assertThat(HttpResponse.text(200, "").withHeader("content-type", "text/css").headers())
        .containsEntry("content-type", "text/css")
        .hasSize(1);
  }

  @Test
  void aStatusOutsideHttpIsABug() {
    assertThatThrownBy(() -> HttpResponse.empty(99))
        .hasMessage("status is 99: it must be 100 to 599");
    assertThatThrownBy(() -> HttpResponse.empty(600))
        .hasMessage("status is 600: it must be 100 to 599");
  }
}
