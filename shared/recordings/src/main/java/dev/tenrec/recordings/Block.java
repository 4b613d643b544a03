package dev.tenrec.recordings;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A stored part of a recording.
 *
 * @param number its place in the recording, from 0, in the order in which blocks were stored
 * @param place where its lines are
 * @param pieces the ids of the pieces that begin in it
 * @param facts what is known of its events
 * @param timeline when they happened
 */
public record Block(
    int number, BlockPlace place, List<String> pieces, Facts facts, Timeline timeline) {
  public Block {
    requireNonNull(place, "place is null");
    requireNonNull(facts, "facts is null");
    requireNonNull(timeline, "timeline is null");
    pieces = List.copyOf(pieces);
  }
}
