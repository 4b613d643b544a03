package dev.tenrec.replay;

import dev.tenrec.recordings.Block;
import dev.tenrec.recordings.BlockContent;
import dev.tenrec.recordings.Piece;
import dev.tenrec.recordings.RecordedEvent;
import dev.tenrec.recordings.Recording;
import dev.tenrec.recordings.RecordingKey;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pieces of one recording that came together, each once. */
final class SessionPieces {
  private final RecordingKey key;
  private final Instant receivedAt;
  private final Map<String, Piece> pieces = new LinkedHashMap<>();

  SessionPieces(RecordingKey key, Instant receivedAt) {
    this.key = key;
    this.receivedAt = receivedAt;
  }

  void add(Piece piece) {
    pieces.putIfAbsent(piece.id(), piece);
  }

  RecordingKey key() {
    return key;
  }

  /** When the first of them came in. */
  Instant receivedAt() {
    return receivedAt;
  }

  /**
   * Whether none of them can be stored already and all of them are later than what is. A piece that
   * is stored ends no later than its recording.
   */
  boolean follow(Recording recording) {
    return pieces.values().stream().allMatch(piece -> piece.end() > recording.facts().end())
        && recording.endsBefore(
            pieces.values().stream()
                .flatMap(piece -> piece.events().stream())
                .mapToLong(RecordedEvent::timestamp)
                .min()
                .orElseThrow());
  }

  /** The blocks of those pieces that none of these blocks has. */
  List<BlockContent> without(List<Block> stored) {
    Set<String> known = new HashSet<>();
    stored.forEach(block -> known.addAll(block.pieces()));
    return BlockContent.of(
        pieces.values().stream().filter(piece -> !known.contains(piece.id())).toList());
  }
}
