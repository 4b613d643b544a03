package dev.tenrec.api;

import dev.tenrec.http.HttpHandler;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.Router;
import dev.tenrec.recordings.BlockStore;
import dev.tenrec.recordings.RecordingStore;
import dev.tenrec.recordings.WatchedRecordings;
import dev.tenrec.stores.access.Access;
import dev.tenrec.stores.access.Accounts;
import dev.tenrec.stores.access.PersonalKeys;
import dev.tenrec.stores.definitions.Definitions;
import dev.tenrec.stores.projects.Projects;
import dev.tenrec.streams.EnvelopeStream;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Every route of the management API. {@code /api/environments/} means {@code /api/projects/}. */
final class Api implements HttpHandler {
  private static final String ALIAS = "/api/environments/";

  private final Router router;

  Api(
      Access access,
      Accounts accounts,
      PersonalKeys keys,
      Projects projects,
      Definitions definitions,
      FlagRoutes flags,
      Recordings recordings,
      WorkflowRunResource.Backing runs,
      ErrorTracking errors,
      String setupCode) {
    ProjectScope scope = new ProjectScope(access, projects);
    this.router =
        new Router(
            Stream.of(
                    new SetupResource(accounts, projects, setupCode).routes(),
                    new SessionResource(accounts).routes(),
                    new UserResource(access, accounts, projects).routes(),
                    new PersonalKeyResource(access, keys).routes(),
                    new ProjectResource(access, scope, projects).routes(),
                    new InsightResource(scope, definitions).routes(),
                    flags.all(scope, definitions),
                    new WorkflowRunResource(scope, definitions, runs).routes(),
                    new WorkflowResource(scope, definitions).routes(),
                    new IssueResource(scope, errors.issues(), new Assignees(accounts)).routes(),
                    new IssueMoveResource(scope, errors.issues(), errors.processed()).routes(),
                    new SymbolUploadResource(scope, errors).routes(),
                    new SymbolSetResource(scope, errors).routes(),
                    new ReleaseResource(scope, errors.releases()).routes(),
                    new RecordingResource(scope, recordings).routes())
                .flatMap(List::stream)
                .toList());
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    return router.handle(request.path().startsWith(ALIAS) ? withoutAlias(request) : request);
  }

  /**
   * What recordings are read from and deleted with.
   *
   * @param index where they are
   * @param blocks what they show
   * @param persons who was recorded
   * @param watched who has watched which
   * @param processed where the lake learns that one is deleted
   * @param clock tells whether one is still going on
   */
  record Recordings(
      RecordingStore index,
      BlockStore blocks,
      RecordedPersons persons,
      WatchedRecordings watched,
      EnvelopeStream processed,
      InstantSource clock) {}

  private static HttpRequest withoutAlias(HttpRequest request) {
    return new HttpRequest(
        request.method(),
        "/api/projects/" + request.path().substring(ALIAS.length()),
        request.query(),
        request.headers(),
        request.cookies(),
        request.body(),
        request.clientIp());
  }
}
