package dev.tenrec.ingest.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.CapturedEvent;
import dev.tenrec.stores.persons.PersonKey;
import dev.tenrec.stores.persons.StreamPosition;
import java.time.Instant;
import java.util.Optional;

/**
 * A normalised event that waits for its person and groups.
 *
 * @param source the event as captured
 * @param who where its distinct id's own person stands
 * @param position its place in the stream
 * @param receivedAt when capture accepted it
 * @param name its name, at most 200 characters
 * @param properties its normalised properties, its own
 * @param elementsChain its autocaptured elements, empty when there are none
 * @param profile whether a person profile is kept
 * @param update what it asks of the person
 * @param merge whom it merges
 */
public record PreparedEvent(
    CapturedEvent source,
    PersonKey who,
    StreamPosition position,
    Instant receivedAt,
    String name,
    ObjectNode properties,
    String elementsChain,
    boolean profile,
    PersonUpdate update,
    Optional<MergeRequest> merge) {
  public PreparedEvent {
    requireNonNull(source, "source is null");
    requireNonNull(who, "who is null");
    requireNonNull(position, "position is null");
    requireNonNull(receivedAt, "receivedAt is null");
    requireNonNull(name, "name is null");
    requireNonNull(properties, "properties is null");
    requireNonNull(elementsChain, "elementsChain is null");
    requireNonNull(update, "update is null");
    requireNonNull(merge, "merge is null");
  }

  /** The project it belongs to. */
  public long project() {
    return who.project();
  }
}
