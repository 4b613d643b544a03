package dev.tenrec.replay;

import dev.tenrec.events.CapturedSnapshots;
import dev.tenrec.events.MalformedEnvelopeException;
import dev.tenrec.events.RejectedData;
import dev.tenrec.recordings.RecordingKey;
import dev.tenrec.streams.EnvelopeReader;
import dev.tenrec.streams.StreamRecord;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** As many records of a batch as are worked on at once, which bounds the memory that is needed. */
final class Slice {
  private static final long MOST_CHARACTERS = 16L << 20;

  private final StreamRecord first;
  private final Map<RecordingKey, SessionPieces> sessions = new LinkedHashMap<>();
  private final Map<RecordingKey, List<CapturedSnapshots>> sources = new HashMap<>();
  private final List<RejectedData> rejected = new ArrayList<>();
  private long characters;
  private int pieces;

  Slice(StreamRecord first) {
    this.first = first;
  }

  boolean isFull() {
    return characters >= MOST_CHARACTERS;
  }

  void add(StreamRecord record, EnvelopeReader reader) {
    try {
      // Whatever else is in the stream is for others.
      if (reader.read(record) instanceof CapturedSnapshots captured) {
        characters += captured.items().length();
        add(captured);
      }
    } catch (MalformedEnvelopeException malformed) {
      rejected.add(Rejections.of(record, malformed));
    }
  }

  private void add(CapturedSnapshots captured) {
    try {
      PieceReader.Result read = PieceReader.read(captured);
      read.refused()
          .forEach(
              refused ->
                  rejected.add(
                      Rejections.of(
                          captured,
                          refused.reason(),
                          refused.detail(),
                          "[" + String.join(",", refused.items()) + "]")));
      read.piece()
          .ifPresent(
              piece -> {
                pieces++;
                RecordingKey key = new RecordingKey(captured.project(), captured.sessionId());
                sessions
                    .computeIfAbsent(key, _ -> new SessionPieces(key, captured.receivedAt()))
                    .add(piece);
                sources.computeIfAbsent(key, _ -> new ArrayList<>()).add(captured);
              });
    } catch (IOException broken) {
      rejected.add(Rejections.of(captured, "invalid_json", broken.getMessage(), captured.items()));
    }
  }

  /** What of it is to be stored, by recording. */
  Map<RecordingKey, SessionPieces> sessions() {
    return sessions;
  }

  /** What of it is to be published. */
  List<RejectedData> rejected() {
    return rejected;
  }

  /** The pieces of a recording that the index does not take. */
  List<RejectedData> refused(RecordingKey key) {
    return sources.getOrDefault(key, List.of()).stream()
        .map(
            piece ->
                Rejections.of(
                    piece,
                    "recording_refused",
                    "the index does not take it; send it in smaller pieces",
                    piece.items()))
        .toList();
  }

  /** How many pieces it has. */
  int pieces() {
    return pieces;
  }

  /** The sequence number of its first record. */
  String sequenceNumber() {
    return first.sequenceNumber();
  }

  /** How the keys of its objects begin. */
  String objectPrefix(long project) {
    return "replay/%d/%s/%s-%s"
        .formatted(
            project,
            first.arrival().atZone(ZoneOffset.UTC).toLocalDate(),
            first.shard(),
            first.sequenceNumber());
  }
}
