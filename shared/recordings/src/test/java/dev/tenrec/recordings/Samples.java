package dev.tenrec.recordings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** Recordings for the tests of this module. */
final class Samples {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Samples() {}

  static Piece piece(String id, long... times) {
    return new Piece(
        id,
        "ann",
        "web",
        "web",
        LongStream.of(times)
            .mapToObj(
                time ->
                    new RecordedEvent(
                        time,
                        Set.of(RecordedEvent.Trait.ACTIVE, RecordedEvent.Trait.CLICK),
                        Optional.of("https://shop.test/" + time),
                        "[\"w\"," + time + "]"))
            .toList());
  }

  static RecordingChange change(
      RecordingKey key, Optional<Recording> before, List<Block> earlier, Piece piece) {
    List<BlockContent> content = BlockContent.of(List.of(piece));
    List<BlockPlace> places =
        content.stream().map(_ -> new BlockPlace("replay/1/object", 10, 20)).toList();
    return RecordingChange.add(key, before, Optional.of(earlier), content, places, NOON);
  }
}
