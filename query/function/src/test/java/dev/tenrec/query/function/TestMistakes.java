package dev.tenrec.query.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.query.engine.QueryFailedException;
import dev.tenrec.query.engine.QueryFailedException.Code;
import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.ast.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestMistakes {
  @ParameterizedTest
  @CsvSource({
    "TIMEOUT, 504, server_error",
    "MEMORY, 504, server_error",
    "VALUE, 400, validation_error"
  })
  void aQueryThatFailsIsAnsweredWithItsReason(Code code, int status, String type) {
    HttpResponse answer =
        Mistakes.answered(
            () -> {
              throw new QueryFailedException(code, "ask for less time", null);
            });
    assertThat(answer.status()).isEqualTo(status);
    JsonNode body = QuerySetting.json(answer.text());
    assertThat(body.path("type").asText()).isEqualTo(type);
    assertThat(body.path("code").asText()).isEqualTo(code.name().toLowerCase());
    assertThat(body.path("detail").asText()).isEqualTo("ask for less time");
    assertThat(body.has("attr")).isTrue();
  }

  @Test
  void aMistakeWithoutAPlaceNamesNone() {
    HttpResponse answer =
        Mistakes.answered(
            () -> {
              throw new HogqlException(HogqlException.Code.TOO_LARGE, "too deep", Span.NONE);
            });
    assertThat(QuerySetting.json(answer.text()).path("detail").asText()).isEqualTo("too deep");
    assertThat(QuerySetting.json(answer.text()).has("start")).isFalse();
  }

  @Test
  void aBugIsNoMistakeOfTheClient() {
    assertThatThrownBy(
            () ->
                Mistakes.answered(
                    () -> {
                      throw new IllegalStateException("bug");
                    }))
        .isInstanceOf(IllegalStateException.class);
  }
}
