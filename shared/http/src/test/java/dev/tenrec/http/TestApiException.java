package dev.tenrec.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TestApiException {
  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of(ApiException.malformed("d"), 400, "invalid_request", "parse_error"),
        Arguments.of(
            ApiException.notAuthenticated("d"), 401, "authentication_error", "not_authenticated"),
        Arguments.of(
            ApiException.permissionDenied("d"), 403, "authentication_error", "permission_denied"),
        Arguments.of(ApiException.notFound("d"), 404, "invalid_request", "not_found"),
        Arguments.of(ApiException.conflict("d"), 409, "invalid_request", "conflict"),
        Arguments.of(ApiException.tooLarge("d"), 413, "invalid_request", "payload_too_large"),
        Arguments.of(ApiException.unavailable("d"), 503, "server_error", "service_unavailable"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindHasItsStatusAndEnvelope(ApiException error, int status, String type, String code) {
    assertThat(error.status()).isEqualTo(status);
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.body())
        .hasToString(
            "{\"type\":\"%s\",\"code\":\"%s\",\"detail\":\"d\",\"attr\":null}"
                .formatted(type, code));
  }
}
