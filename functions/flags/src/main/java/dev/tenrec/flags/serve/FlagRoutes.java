package dev.tenrec.flags.serve;

import dev.tenrec.http.HttpHandler;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.Router;
import dev.tenrec.http.Router.Route;
import java.util.stream.Stream;

/** Every path of the function. */
final class FlagRoutes implements HttpHandler {
  private final FlagsEndpoint evaluation;
  private final DefinitionsEndpoint definitions;
  private final Router others;

  FlagRoutes(
      FlagsEndpoint evaluation,
      DefinitionsEndpoint definitions,
      RemoteConfigEndpoint configs,
      TestEndpoint tests) {
    this.evaluation = evaluation;
    this.definitions = definitions;
    this.others =
        new Router(
            Stream.of("/api/projects", "/api/environments")
                .map(prefix -> prefix + "/{project}/feature_flags")
                .flatMap(
                    flags ->
                        Stream.of(
                            new Route("GET", flags + "/evaluation_reasons", tests::all),
                            new Route("GET", flags + "/{key}/remote_config", configs::answer),
                            new Route("POST", flags + "/{id}/test_evaluation", tests::one)))
                .toList());
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    return switch (request.route()) {
      case "/flags", "/decide" -> evaluation.handle(request);
      case "/flags/definitions", "/api/feature_flag/local_evaluation" ->
          definitions.handle(request);
      default -> others.handle(request);
    };
  }
}
