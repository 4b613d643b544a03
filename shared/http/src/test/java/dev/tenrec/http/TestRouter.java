package dev.tenrec.http;

import static dev.tenrec.http.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestRouter {
  private final Router router =
      new Router(
          List.of(
              new Router.Route(
                  "GET",
                  "/api/projects/{project}/insights/trend",
                  (_, path) -> HttpResponse.text(200, "trend of " + path.number("project"))),
              new Router.Route(
                  "GET",
                  "/api/projects/{project}/insights/{insight}",
                  (_, path) ->
                      HttpResponse.text(200, path.number("project") + "/" + path.text("insight"))),
              new Router.Route(
                  "DELETE", "/api/projects/{project}", (_, _) -> HttpResponse.empty(204))));

  @Test
  void pathsMatchWithAndWithoutATrailingSlash() {
    assertThat(get("/api/projects/12/insights/x").text()).isEqualTo("12/x");
    assertThat(get("/api/projects/12/insights/x/").text()).isEqualTo("12/x");
  }

  @Test
  void theFirstRouteThatMatchesAnswers() {
    assertThat(get("/api/projects/12/insights/trend").text()).isEqualTo("trend of 12");
  }

  @Test
  void anUnknownPathIsNotFound() {
    for (String path : List.of("/", "/api/projects/12/insights", "/api/projects/1/insights/x/y")) {
      assertThatThrownBy(() -> get(path)).satisfies(error -> assertStatus(error, 404));
    }
  }

  @Test
  void aKnownPathWithAnotherMethodIsNotAllowed() {
    assertThatThrownBy(() -> get("/api/projects/12"))
        .hasMessage("Method \"GET\" not allowed.")
        .satisfies(error -> assertStatus(error, 405));
  }

  @Test
  void aNumberThatIsNoneIsNotFound() {
    for (String number : List.of("x", "-1", "1e3", "", "1234567890123456")) {
      assertThatThrownBy(() -> get("/api/projects/" + number + "/insights/x"))
          .satisfies(error -> assertStatus(error, 404));
    }
  }

  @Test
  void aParameterThatTheRouteLacksIsABug() {
    assertThatThrownBy(() -> new PathParameters(Map.of()).text("team"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The route has no parameter team");
  }

  private HttpResponse get(String path) {
    return router.handle(request("GET", path));
  }

  private static void assertStatus(Throwable error, int status) {
    assertThat(error).isInstanceOf(ApiException.class);
    assertThat(((ApiException) error).status()).isEqualTo(status);
  }
}
