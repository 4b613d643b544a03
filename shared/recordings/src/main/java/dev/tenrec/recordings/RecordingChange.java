package dev.tenrec.recordings;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * New blocks of a recording, and the recording with them.
 *
 * @param after the recording, one version later
 * @param blocks the new blocks
 */
public record RecordingChange(Recording after, List<Block> blocks) {
  public RecordingChange {
    requireNonNull(after, "after is null");
    blocks = List.copyOf(blocks);
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("blocks is empty: nothing changes");
    }
  }

  /**
   * Adds blocks.
   *
   * @param key which recording
   * @param before as it is; empty for its first blocks
   * @param earlier all blocks it has, needed unless it {@linkplain Recording#endsBefore ends}
   *     before the new ones
   * @param content what the new blocks hold
   * @param places where they are, in the same order
   * @param at when they came in
   */
  public static RecordingChange add(
      RecordingKey key,
      Optional<Recording> before,
      Optional<List<Block>> earlier,
      List<BlockContent> content,
      List<BlockPlace> places,
      Instant at) {
    int first = before.map(Recording::blocks).orElse(0);
    List<Block> blocks =
        IntStream.range(0, content.size())
            .mapToObj(
                index ->
                    new Block(
                        first + index,
                        places.get(index),
                        content.get(index).pieces(),
                        content.get(index).facts(),
                        content.get(index).timeline()))
            .toList();
    return new RecordingChange(Recording.with(key, before, earlier, blocks, at), blocks);
  }
}
