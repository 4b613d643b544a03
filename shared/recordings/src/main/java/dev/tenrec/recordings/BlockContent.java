package dev.tenrec.recordings;

import static dev.tenrec.recordings.RecordedEvent.Trait.CLICK;
import static dev.tenrec.recordings.RecordedEvent.Trait.CONSOLE_ERROR;
import static dev.tenrec.recordings.RecordedEvent.Trait.CONSOLE_LOG;
import static dev.tenrec.recordings.RecordedEvent.Trait.CONSOLE_WARN;
import static dev.tenrec.recordings.RecordedEvent.Trait.KEYPRESS;
import static dev.tenrec.recordings.RecordedEvent.Trait.MOUSE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Pieces of one session that are stored together: their lines, and what they say.
 *
 * @param pieces the ids of the pieces that begin here
 * @param lines the block, uncompressed
 * @param facts its facts
 * @param timeline its timeline
 */
public record BlockContent(List<String> pieces, byte[] lines, Facts facts, Timeline timeline) {
  // A block fits into an answer of the snapshots API, and its index entry into an item.
  private static final int MOST_BYTES = 3 << 20;
  private static final int MOST_EVENTS = 20_000;

  /** As few blocks as hold these pieces; they end between two events. */
  public static List<BlockContent> of(List<Piece> pieces) {
    List<BlockContent> blocks = new ArrayList<>();
    Builder builder = new Builder();
    for (Piece piece : pieces) {
      boolean first = true;
      for (RecordedEvent event : piece.events()) {
        byte[] line = (event.line() + "\n").getBytes(UTF_8);
        if (!builder.hasRoom(line.length)) {
          blocks.add(builder.build());
          builder = new Builder();
        }
        builder.add(piece, event, line, first);
        first = false;
      }
    }
    if (!builder.events.isEmpty()) {
      blocks.add(builder.build());
    }
    return blocks;
  }

  private static final class Builder {
    private final List<String> pieces = new ArrayList<>();
    private final List<RecordedEvent> events = new ArrayList<>();
    private final List<byte[]> lines = new ArrayList<>();
    private final Map<String, Long> urls = new HashMap<>();
    private final Map<RecordedEvent.Trait, Long> traits = new HashMap<>();
    private final Map<Facts.Sender, Long> senders = new HashMap<>();
    private final TreeSet<String> distinctIds = new TreeSet<>();
    private int bytes;

    boolean hasRoom(int more) {
      return events.isEmpty() || (bytes + more <= MOST_BYTES && events.size() < MOST_EVENTS);
    }

    void add(Piece piece, RecordedEvent event, byte[] line, boolean firstOfPiece) {
      if (firstOfPiece) {
        pieces.add(piece.id());
      }
      events.add(event);
      lines.add(line);
      bytes += line.length;
      event.url().ifPresent(url -> urls.merge(url, event.timestamp(), Math::min));
      event.traits().forEach(trait -> traits.merge(trait, 1L, Long::sum));
      senders.merge(
          new Facts.Sender(0, piece.distinctId(), piece.source(), piece.library()),
          event.timestamp(),
          Math::max);
      distinctIds.add(piece.distinctId());
    }

    BlockContent build() {
      Facts.Counts counts =
          new Facts.Counts(
              events.size(),
              pieces.size(),
              bytes,
              count(CLICK),
              count(KEYPRESS),
              count(MOUSE),
              count(CONSOLE_LOG),
              count(CONSOLE_WARN),
              count(CONSOLE_ERROR));
      Timeline timeline = Timeline.of(events, events.size());
      Facts.Sender sender =
          senders.entrySet().stream()
              .map(
                  latest ->
                      new Facts.Sender(
                          latest.getValue(),
                          latest.getKey().distinctId(),
                          latest.getKey().source(),
                          latest.getKey().library()))
              .max(Facts.Sender.LATEST)
              .orElseThrow();
      Facts facts =
          new Facts(
              timeline.time(0),
              timeline.time(timeline.size() - 1),
              counts,
              urls,
              sender,
              distinctIds);
      return new BlockContent(pieces, joined(), facts, timeline);
    }

    private long count(RecordedEvent.Trait trait) {
      return traits.getOrDefault(trait, 0L);
    }

    private byte[] joined() {
      byte[] all = new byte[bytes];
      int at = 0;
      for (byte[] line : lines) {
        System.arraycopy(line, 0, all, at, line.length);
        at += line.length;
      }
      return all;
    }
  }
}
