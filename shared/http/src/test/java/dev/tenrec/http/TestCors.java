package dev.tenrec.http;

import static dev.tenrec.http.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TestCors {
  private static final Map<String, String> PAGE = Map.of("origin", "https://shop.example");
  private final Cors cors = new Cors("GET, POST, OPTIONS");

  @Test
  void theOriginIsMirroredWithCredentials() {
    HttpResponse response = answer(request("POST", "/e", PAGE, ""), HttpResponse.empty(200));

    assertThat(response.headers())
        .containsOnly(
            entry("access-control-allow-origin", "https://shop.example"),
            entry("access-control-allow-credentials", "true"),
            entry("vary", "Origin"));
  }

  @Test
  void aPreflightLearnsMethodsAndTheHeadersItAskedFor() {
    HttpResponse response =
        answer(
            request(
                "OPTIONS",
                "/e",
                Map.of(
                    "origin",
                    "https://shop.example",
                    "access-control-request-headers",
                    "content-type, x-odd"),
                ""),
            HttpResponse.empty(200));

    assertThat(response.headers())
        .containsEntry("access-control-allow-methods", "GET, POST, OPTIONS")
        .containsEntry("access-control-allow-headers", "content-type, x-odd")
        .containsEntry("access-control-allow-origin", "https://shop.example")
        .containsEntry("access-control-max-age", "86400");
  }

  @Test
  void aPreflightThatAsksForNoHeadersGetsNone() {
    assertThat(answer(request("OPTIONS", "/e", PAGE, ""), HttpResponse.empty(200)).headers())
        .doesNotContainKey("access-control-allow-headers");
  }

  @Test
  void withoutAnOriginEveryoneMayReadButNobodyWithCredentials() {
    assertThat(answer(request("GET", "/e"), HttpResponse.empty(200)).headers())
        .containsOnly(entry("access-control-allow-origin", "*"));
  }

  @Test
  void whatTheHandlerSaysOfVaryingStays() {
    HttpResponse response =
        answer(
            request("GET", "/", PAGE, ""), HttpResponse.empty(200).withHeader("vary", "Referer"));

    assertThat(response.headers()).containsEntry("vary", "Referer, Origin");
  }

  @Test
  void errorsCanBeReadByThePageToo() {
    HttpResponse response =
        cors.around(
                _ -> {
                  throw ApiException.notFound("Not found.");
                })
            .handle(request("GET", "/", PAGE, ""));

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.text()).contains("\"code\":\"not_found\"");
    assertThat(response.headers())
        .containsEntry("access-control-allow-origin", "https://shop.example");
  }

  private HttpResponse answer(HttpRequest request, HttpResponse response) {
    return cors.around(_ -> response).handle(request);
  }
}
