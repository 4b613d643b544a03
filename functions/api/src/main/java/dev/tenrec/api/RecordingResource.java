package dev.tenrec.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.PathParameters;
import dev.tenrec.http.Router.Route;
import dev.tenrec.recordings.Block;
import dev.tenrec.recordings.BlockStore;
import dev.tenrec.recordings.DeletedRecording;
import dev.tenrec.recordings.Recording;
import dev.tenrec.recordings.RecordingKey;
import dev.tenrec.recordings.RecordingStore;
import dev.tenrec.recordings.StoredRecording;
import dev.tenrec.stores.persons.Person;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Session recordings: the newest first, one, what it shows, and its deletion, which also overwrites
 * what the bucket holds of it.
 */
final class RecordingResource {
  private static final String READ = "session_recording:read";
  private static final String WRITE = "session_recording:write";
  private static final int PAGE = 50;
  private static final int LARGEST_PAGE = 500;
  private static final int ATTEMPTS = 5;

  private final ProjectScope scope;
  private final RecordingStore recordings;
  private final BlockStore blocks;
  private final RecordedPersons persons;
  private final InstantSource clock;

  RecordingResource(
      ProjectScope scope,
      RecordingStore recordings,
      BlockStore blocks,
      RecordedPersons persons,
      InstantSource clock) {
    this.scope = scope;
    this.recordings = recordings;
    this.blocks = blocks;
    this.persons = persons;
    this.clock = clock;
  }

  List<Route> routes() {
    String all = "/api/projects/{project}/session_recordings";
    String one = all + "/{recording}";
    return List.of(
        new Route("GET", all, this::list),
        new Route("GET", one, this::show),
        new Route("DELETE", one, this::delete),
        new Route("GET", one + "/snapshots", this::snapshots));
  }

  private HttpResponse list(HttpRequest request, PathParameters path) {
    long project = scope.enter(request, path, READ).project().id();
    RecordingDates dates = RecordingDates.of(request, clock.instant());
    int limit = Math.clamp(number(request, "limit", PAGE), 1, LARGEST_PAGE);
    int offset = number(request, "offset", 0);
    List<Recording> found =
        recordings.list(project, dates.firstDay(), dates.lastDay()).stream()
            .filter(recording -> dates.contain(recording.facts().start()))
            .filter(of(request, project))
            .sorted(
                Comparator.<Recording>comparingLong(recording -> recording.facts().start())
                    .reversed()
                    .thenComparing(recording -> recording.key().session()))
            .skip(offset)
            .limit(limit + 1L)
            .toList();
    List<Recording> page = found.subList(0, Math.min(limit, found.size()));
    Map<String, Person> known = persons.of(project, page);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    var results = body.putArray("results");
    page.forEach(recording -> results.add(json(recording, known)));
    body.put("has_next", found.size() > limit).put("version", 4);
    return HttpResponse.json(200, body);
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
    long project = scope.enter(request, path, READ).project().id();
    Recording recording = recording(new RecordingKey(project, path.text("recording")));
    return HttpResponse.json(200, json(recording, persons.of(project, List.of(recording))));
  }

  private HttpResponse snapshots(HttpRequest request, PathParameters path) {
    long project = scope.enter(request, path, READ).project().id();
    RecordingKey key = recording(new RecordingKey(project, path.text("recording"))).key();
    return new RecordingSnapshots(recordings, blocks, key).answer(request);
  }

  private HttpResponse delete(HttpRequest request, PathParameters path) {
    long project = scope.enter(request, path, WRITE).project().id();
    RecordingKey key = new RecordingKey(project, path.text("recording"));
    if (!isDeleted(key)) {
      throw ApiException.conflict("The recording is still growing: delete it again in a moment.");
    }
    for (Block block : recordings.blocks(key)) {
      blocks.erase(block.place());
      recordings.forget(key, block.number());
    }
    return HttpResponse.empty(204);
  }

  private boolean isDeleted(RecordingKey key) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      switch (stored(key)) {
        case DeletedRecording _ -> {
          return true;
        }
        case Recording recording -> {
          if (recordings.delete(recording)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private Recording recording(RecordingKey key) {
    return switch (stored(key)) {
      case Recording recording -> recording;
      case DeletedRecording _ -> throw missing();
    };
  }

  private StoredRecording stored(RecordingKey key) {
    return Optional.ofNullable(recordings.read(List.of(key)).get(key))
        .orElseThrow(RecordingResource::missing);
  }

  private ObjectNode json(Recording recording, Map<String, Person> persons) {
    return RecordingJson.of(
        recording,
        Optional.ofNullable(persons.get(recording.facts().sender().distinctId())),
        clock.instant());
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
