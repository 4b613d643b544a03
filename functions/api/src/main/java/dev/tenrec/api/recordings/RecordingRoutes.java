package dev.tenrec.api.recordings;

import dev.tenrec.api.resource.ProjectScope;
import dev.tenrec.http.Router.Route;
import dev.tenrec.recordings.BlockStore;
import dev.tenrec.recordings.RecordingStore;
import dev.tenrec.recordings.WatchedRecordings;
import dev.tenrec.stores.persons.PersonStore;
import dev.tenrec.streams.EnvelopeStream;
import java.time.InstantSource;
import java.util.List;

/**
 * The routes of session recordings.
 *
 * @param scope lets requests into their project
 * @param index where recordings are
 * @param blocks what they show
 * @param persons who was recorded
 * @param watched who has watched which
 * @param processed where the lake learns that one is deleted
 * @param clock tells whether one is still going on
 */
public record RecordingRoutes(
    ProjectScope scope,
    RecordingStore index,
    BlockStore blocks,
    PersonStore persons,
    WatchedRecordings watched,
    EnvelopeStream processed,
    InstantSource clock) {
  public List<Route> routes() {
    return new RecordingResource(this).routes();
  }
}
