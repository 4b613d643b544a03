package dev.tenrec.api.recordings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.api.resource.ProjectScope;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.JsonBody;
import dev.tenrec.http.PathParameters;
import dev.tenrec.http.Router.Route;
import dev.tenrec.recordings.DeletedRecording;
import dev.tenrec.recordings.Recording;
import dev.tenrec.recordings.RecordingKey;
import dev.tenrec.recordings.StoredRecording;
import dev.tenrec.stores.persons.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Session recordings: a list, one, what it shows, whether one has watched it, and its deletion,
 * which also overwrites what the bucket holds of it.
 */
final class RecordingResource {
  private static final String READ = "session_recording:read";
  private static final String WRITE = "session_recording:write";
  private static final int PAGE = 50;
  private static final int LARGEST_PAGE = 500;
  private static final int MOST_DELETED = 100;

  private final ProjectScope scope;
  private final RecordingRoutes parts;
  private final RecordedPersons persons;
  private final RecordingDeletion deletion;

  RecordingResource(RecordingRoutes parts) {
    this.scope = parts.scope();
    this.parts = parts;
    this.persons = new RecordedPersons(parts.persons());
    this.deletion =
        new RecordingDeletion(parts.index(), parts.blocks(), parts.processed(), parts.clock());
  }

  List<Route> routes() {
    String all = "/api/projects/{project}/session_recordings";
    String one = all + "/{recording}";
    return List.of(
        new Route("GET", all, this::list),
        new Route("POST", all + "/bulk_delete", this::deleteAll),
        new Route("GET", one, this::show),
        new Route("PATCH", one, this::change),
        new Route("DELETE", one, this::delete),
        new Route("GET", one + "/snapshots", this::snapshots));
  }

  private HttpResponse list(HttpRequest request, PathParameters path) {
    ProjectScope.Entered entered = scope.enter(request, path, READ);
    long project = entered.project().id();
    Set<String> watched = watched(entered);
    boolean unwatched = request.parameter("hide_viewed_recordings").orElse("").endsWith("user");
    RecordingDates dates = RecordingDates.of(request, parts.clock().instant());
    int limit = Math.clamp(number(request, "limit", PAGE), 1, LARGEST_PAGE);
    int offset = number(request, "offset", 0);
    List<Recording> found =
        candidates(request, project, dates)
            .filter(recording -> dates.contain(recording.facts().start()))
            .filter(of(request, project))
            .filter(RecordingConditions.of(request, parts.clock().instant()))
            .filter(recording -> !(unwatched && watched.contains(recording.key().session())))
            .sorted(RecordingOrder.of(request))
            .skip(offset)
            .limit(limit + 1L)
            .toList();
    List<Recording> page = found.subList(0, Math.min(limit, found.size()));
    Map<String, Person> known = persons.of(project, page);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    var results = body.putArray("results");
    page.forEach(recording -> results.add(json(recording, known, watched)));
    body.put("has_next", found.size() > limit).put("version", 4);
    return HttpResponse.json(200, body);
  }

  // Named ones are read by their keys: a list of days costs as much as there are recordings.
  private Stream<Recording> candidates(HttpRequest request, long project, RecordingDates dates) {
    return RecordingConditions.sessions(request)
        .map(sessions -> sessions.stream().map(id -> new RecordingKey(project, id)).toList())
        .map(keys -> parts.index().read(keys).values().stream())
        .map(found -> found.filter(Recording.class::isInstance).map(Recording.class::cast))
        .orElseGet(() -> parts.index().list(project, dates.firstDay(), dates.lastDay()).stream());
  }

  private Predicate<Recording> of(HttpRequest request, long project) {
    Optional<List<String>> wanted =
        request
            .parameter("person_uuid")
            .or(() -> request.parameter("person_id"))
            .map(person -> persons.distinctIds(project, person))
            .or(() -> request.parameter("distinct_id").map(List::of));
    return recording ->
        wanted.isEmpty()
            || wanted.get().stream().anyMatch(recording.facts().distinctIds()::contains);
  }

  private HttpResponse show(HttpRequest request, PathParameters path) {
    return show(scope.enter(request, path, READ), path);
  }

  private HttpResponse show(ProjectScope.Entered entered, PathParameters path) {
    long project = entered.project().id();
    Recording recording = recording(new RecordingKey(project, path.text("recording")));
    return HttpResponse.json(
        200, json(recording, persons.of(project, List.of(recording)), watched(entered)));
  }

  /** {@code {"viewed": true}} says that the caller has watched it. */
  private HttpResponse change(HttpRequest request, PathParameters path) {
    ProjectScope.Entered entered = scope.enter(request, path, WRITE);
    RecordingKey key = new RecordingKey(entered.project().id(), path.text("recording"));
    recording(key);
    if (JsonBody.of(request).optionalFlag("viewed").orElse(false)) {
      parts.watched().add(key, entered.caller().user().id(), parts.clock().instant());
    }
    return show(entered, path);
  }

  private HttpResponse snapshots(HttpRequest request, PathParameters path) {
    long project = scope.enter(request, path, READ).project().id();
    RecordingKey key = recording(new RecordingKey(project, path.text("recording"))).key();
    return new RecordingSnapshots(parts.index(), parts.blocks(), key).answer(request);
  }

  private HttpResponse delete(HttpRequest request, PathParameters path) {
    long project = scope.enter(request, path, WRITE).project().id();
    if (!deletion.delete(new RecordingKey(project, path.text("recording")))) {
      throw missing();
    }
    return HttpResponse.empty(204);
  }

  private HttpResponse deleteAll(HttpRequest request, PathParameters path) {
    long project = scope.enter(request, path, WRITE).project().id();
    List<JsonNode> ids = JsonBody.of(request).items("session_recording_ids");
    if (ids.isEmpty() || ids.size() > MOST_DELETED) {
      throw ApiException.invalid(
          "session_recording_ids",
          "invalid",
          "session_recording_ids has %d ids: delete 1 to %d at once"
              .formatted(ids.size(), MOST_DELETED));
    }
    long deleted =
        ids.stream()
            .distinct()
            .filter(id -> deletion.delete(new RecordingKey(project, id.asText())))
            .count();
    return HttpResponse.json(
        200,
        JsonNodeFactory.instance
            .objectNode()
            .put("success", true)
            .put("deleted_count", deleted)
            .put("total_requested", ids.size()));
  }

  private Set<String> watched(ProjectScope.Entered entered) {
    return parts.watched().of(entered.project().id(), entered.caller().user().id());
  }

  private Recording recording(RecordingKey key) {
    StoredRecording stored =
        Optional.ofNullable(parts.index().read(List.of(key)).get(key))
            .orElseThrow(RecordingResource::missing);
    return switch (stored) {
      case Recording recording -> recording;
      case DeletedRecording _ -> throw missing();
    };
  }

  private ObjectNode json(Recording recording, Map<String, Person> persons, Set<String> watched) {
    Instant now = parts.clock().instant();
    return RecordingJson.of(
        recording,
        Optional.ofNullable(persons.get(recording.facts().sender().distinctId())),
        watched.contains(recording.key().session()),
        now);
  }

  private static int number(HttpRequest request, String name, int missing) {
    String text = request.parameter(name).orElse(String.valueOf(missing));
    if (!text.matches("[0-9]{1,9}")) {
      throw ApiException.invalid(
          name, "invalid", name + " is \"" + text + "\": it must be a whole number");
    }
    return Integer.parseInt(text);
  }

  private static ApiException missing() {
    return ApiException.notFound("Not found.");
  }
}
