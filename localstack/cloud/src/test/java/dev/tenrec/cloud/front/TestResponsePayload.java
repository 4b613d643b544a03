package dev.tenrec.cloud.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.cloud.functions.InvocationResult;
import dev.tenrec.cloud.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestResponsePayload {
  @Test
  void anAnswerBecomesAResponse() {
    WebResponse response =
        answer(
            """
            {"statusCode":201,"headers":{"Content-Type":"text/html","x-count":3},
             "cookies":["a=1; Path=/","b=2"],"body":"<p>höchst</p>"}
            """);

    assertThat(response.status()).isEqualTo(201);
    assertThat(response.headers())
        .containsExactly(
            Map.entry("Content-Type", "text/html"),
            Map.entry("x-count", "3"),
            Map.entry("set-cookie", "a=1; Path=/"),
            Map.entry("set-cookie", "b=2"));
    assertThat(text(response)).isEqualTo("<p>höchst</p>");
  }

  @Test
  void aBodyInBase64IsDecoded() {
    assertThat(answer("{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"/wCA\"}").body())
        .containsExactly(0xff, 0, 0x80);
  }

  @Test
  void withoutATypeItIsJson() {
    assertThat(answer("{\"statusCode\":204}").headers())
        .containsExactly(Map.entry("content-type", "application/json"));
  }

  @Test
  void anAnswerWithoutAStatusIsTheBody() {
    WebResponse object = answer("{\"projects\":[]}");
    WebResponse string = answer("\"plain\"");

    assertThat(object.status()).isEqualTo(200);
    assertThat(text(object)).isEqualTo("{\"projects\":[]}");
    assertThat(object.headers()).contains(Map.entry("content-type", "application/json"));
    assertThat(text(string)).isEqualTo("plain");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{\"statusCode\":\"many\"}",
        "{\"statusCode\":99}",
        "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"no base64!\"}"
      })
  void anAnswerThatIsNoneBecomes502(String answer) {
    assertThat(answer(answer).status()).isEqualTo(502);
  }

  @Test
  void whatDoesNotAnswerHasAStatusOfItsOwn() {
    assertThat(ResponsePayload.read(new InvocationResult.Failure("t", "secret", new byte[0])))
        .satisfies(
            response -> {
              assertThat(response.status()).isEqualTo(502);
              assertThat(text(response)).isEqualTo("Internal Server Error");
            });
    assertThat(ResponsePayload.read(new InvocationResult.Throttled("busy")).status())
        .isEqualTo(429);
    assertThat(ResponsePayload.read(new InvocationResult.TooLarge(7_000_000)).status())
        .isEqualTo(413);
  }

  private static WebResponse answer(String payload) {
    return ResponsePayload.read(
        new InvocationResult.Answer(payload.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(WebResponse response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
