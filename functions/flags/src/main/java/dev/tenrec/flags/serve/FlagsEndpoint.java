package dev.tenrec.flags.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.wire.CaptureRequest;
import dev.tenrec.events.wire.JsonPayload;
import dev.tenrec.flags.Selection;
import dev.tenrec.flags.Subject;
import dev.tenrec.http.Cors;
import dev.tenrec.http.HttpHandler;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.stores.batches.StoreUnavailableException;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.ProjectDirectory;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Evaluates a project's flags for whoever asks: {@code /flags} and, as SDKs called it before,
 * {@code /decide}. Where stored properties cannot be read the flags are evaluated with what the
 * request says, and the answer says that it may be incomplete: an SDK then keeps what it knew.
 */
final class FlagsEndpoint implements HttpHandler {
  private static final String METHODS = "GET, POST, OPTIONS, HEAD";
  private static final Cors CORS = new Cors(METHODS);
  private static final String SURVEYS = "survey-targeting-";

  private final ProjectDirectory projects;
  private final ProjectFlags flags;
  private final SubjectReader subjects;
  private final AnswerBody answers;
  private final InstantSource clock;

  FlagsEndpoint(
      ProjectDirectory projects,
      ProjectFlags flags,
      SubjectReader subjects,
      AnswerBody answers,
      InstantSource clock) {
    this.projects = projects;
    this.flags = flags;
    this.subjects = subjects;
    this.answers = answers;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    return CORS.allow(
        request,
        switch (request.method()) {
          case "POST" -> evaluate(request);
          case "GET" -> HttpResponse.json(200, answers.of(request, List.of(), false));
          case "HEAD" -> HttpResponse.empty(200);
          case "OPTIONS" -> HttpResponse.empty(204).withHeader("allow", METHODS);
          default ->
              HttpResponse.text(405, request.method() + " is not allowed here: use POST")
                  .withHeader("allow", METHODS);
        });
  }

  private HttpResponse evaluate(HttpRequest request) {
    return switch (JsonPayload.decode(payload(request))) {
      case JsonPayload.Refused(var refusal) ->
          HttpResponse.text(refusal.status(), refusal.message());
      case JsonPayload.Decoded(ObjectNode body) -> {
        try {
          yield evaluate(request, FlagsRequest.read(body));
        } catch (StoreUnavailableException | SdkException unreachable) {
          yield HttpResponse.text(503, "Flags cannot be read now: ask again in a moment");
        }
      }
    };
  }

  private HttpResponse evaluate(HttpRequest request, FlagsRequest asked) {
    Optional<Project> project = asked.token().flatMap(projects::byToken);
    if (project.isEmpty()) {
      return HttpResponse.text(
          401, "The token is missing or unknown: send your project's token, it begins with phc_");
    }
    if (!asked.disabled() && asked.distinctId().isEmpty()) {
      return HttpResponse.text(
          400, "distinct_id is missing: send the id of the user the flags are for");
    }
    ObjectNode answer =
        asked.disabled()
            ? answers.of(request, List.of(), false)
            : evaluate(request, asked, project.get());
    answers.addConfig(request, project.get(), answer);
    return HttpResponse.json(200, answer);
  }

  private ObjectNode evaluate(HttpRequest request, FlagsRequest asked, Project project) {
    ProjectFlags.Compiled compiled = flags.of(project.id());
    boolean incomplete = !compiled.plan().broken().isEmpty();
    Subject subject;
    try {
      subject = subjects.read(project.id(), asked, compiled.plan(), compiled.groupTypes());
    } catch (StoreUnavailableException unavailable) {
      subject = asked.alone(clock.instant());
      incomplete = true;
    }
    return answers.of(
        request, compiled.plan().evaluate(subject, selection(request, asked)).values(), incomplete);
  }

  private static Selection selection(HttpRequest request, FlagsRequest asked) {
    boolean surveys = AnswerBody.isOn(request.parameter("only_evaluate_survey_feature_flags"));
    return new Selection(
        asked.flagKeys(),
        surveys ? SURVEYS : "",
        RequestRuntime.of(request, asked.runtime()),
        asked.contexts());
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
