package dev.tenrec.flags.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.wire.CaptureRequest;
import dev.tenrec.events.wire.JsonPayload;
import dev.tenrec.flags.FlagAnswer;
import dev.tenrec.flags.FlagPlan.Selection;
import dev.tenrec.flags.Subject;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.Cors;
import dev.tenrec.http.HttpHandler;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.stores.batches.StoreUnavailableException;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.ProjectDirectory;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Evaluates a project's flags for whoever asks. Where stored properties cannot be read the flags
 * are evaluated with what the request says, and the answer says that it may be incomplete: an SDK
 * then keeps what it knew.
 */
final class FlagsEndpoint implements HttpHandler {
  private static final Cors CORS = new Cors("GET, POST, OPTIONS, HEAD");

  private final ProjectDirectory projects;
  private final ProjectFlags flags;
  private final SubjectReader subjects;
  private final DefinitionsEndpoint definitions;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  FlagsEndpoint(
      ProjectDirectory projects,
      ProjectFlags flags,
      SubjectReader subjects,
      DefinitionsEndpoint definitions,
      InstantSource clock,
      Supplier<UUID> ids) {
    this.projects = projects;
    this.flags = flags;
    this.subjects = subjects;
    this.definitions = definitions;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    return switch (request.route()) {
      case "/flags", "/decide" -> CORS.allow(request, evaluation(request));
      case "/flags/definitions", "/api/feature_flag/local_evaluation" ->
          definitions.handle(request);
      default -> throw ApiException.notFound("Not found.");
    };
  }

  private HttpResponse evaluation(HttpRequest request) {
    return switch (request.method()) {
      case "POST" -> evaluate(request);
      case "GET" -> HttpResponse.json(200, answer(request, List.of(), false));
      case "HEAD" -> HttpResponse.empty(200);
      case "OPTIONS" -> HttpResponse.empty(204).withHeader("allow", "GET, POST, OPTIONS, HEAD");
      default -> HttpResponse.text(405, "Method not allowed");
    };
  }

  private HttpResponse evaluate(HttpRequest request) {
    return switch (JsonPayload.decode(payload(request))) {
      case JsonPayload.Refused(var refusal) ->
          HttpResponse.text(refusal.status(), refusal.message());
      case JsonPayload.Decoded(ObjectNode body) -> evaluate(request, FlagsRequest.read(body));
    };
  }

  private HttpResponse evaluate(HttpRequest request, FlagsRequest asked) {
    var project = asked.token().flatMap(projects::byToken);
    if (project.isEmpty()) {
      return HttpResponse.text(
          401, "The token is missing or unknown: send your project's token, it begins with phc_");
    }
    if (asked.disabled()) {
      return HttpResponse.json(200, answer(request, List.of(), false));
    }
    if (asked.distinctId().isEmpty()) {
      return HttpResponse.text(
          400, "distinct_id is missing: send the id of the user the flags are for");
    }
    return HttpResponse.json(200, evaluate(request, asked, project.get()));
  }

  private ObjectNode evaluate(HttpRequest request, FlagsRequest asked, Project project) {
    ProjectFlags.Compiled compiled = flags.of(project.id());
    Selection selection =
        new Selection(
            asked.flagKeys(), RequestRuntime.of(request, asked.runtime()), asked.contexts());
    Subject subject;
    boolean incomplete = false;
    try {
      subject = subjects.read(project.id(), asked, compiled);
    } catch (StoreUnavailableException unavailable) {
      subject =
          Subject.person(asked.requiredDistinctId(), asked.personProperties(), clock.instant());
      incomplete = true;
    }
    return answer(request, compiled.plan().evaluate(subject, selection).values(), incomplete);
  }

  private ObjectNode answer(
      HttpRequest request, Collection<FlagAnswer> answers, boolean incomplete) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("errorsWhileComputingFlags", incomplete);
    AnswerShape.of(request).write(answers, body);
    body.putArray("supportedCompression").add("gzip").add("gzip-js");
    body.put("requestId", ids.get().toString());
    return body.put("evaluatedAt", clock.millis());
  }

  private CaptureRequest payload(HttpRequest request) {
    Map<String, String> query = new HashMap<>();
    request.query().forEach((name, values) -> query.put(name, values.getFirst()));
    return new CaptureRequest(
        CaptureRequest.Form.LEGACY,
        query,
        request.header("content-type").orElse(""),
        request.header("content-encoding").orElse(""),
        request.body(),
        clock.instant());
  }
}
