package dev.tenrec.replay;

import dev.tenrec.recordings.BlockContent;
import dev.tenrec.recordings.BlockFrame;
import dev.tenrec.recordings.BlockPlace;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Puts the blocks of a project's sessions one after the other into one object. */
final class ObjectWriter {
  private static final int HASH_BYTES = 8;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Adds the blocks of a session and says where they are going to be. */
  List<Range> add(List<BlockContent> blocks) {
    List<Range> ranges = new ArrayList<>();
    for (BlockContent block : blocks) {
      byte[] frame = BlockFrame.of(block.lines());
      ranges.add(new Range(bytes.size(), frame.length));
      bytes.writeBytes(frame);
    }
    return ranges;
  }

  byte[] content() {
    return bytes.toByteArray();
  }

  /**
   * The object's key. What it holds is in its name: an object that the index points to is never
   * overwritten by another one, however a batch is cut when it comes again.
   */
  String key(String prefix) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content());
      return prefix + "-" + HexFormat.of().formatHex(hash, 0, HASH_BYTES) + ".zst";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  /**
   * Where a block is in the object.
   *
   * @param offset its first byte
   * @param length how many bytes it has
   */
  record Range(long offset, int length) {
    BlockPlace in(String object) {
      return new BlockPlace(object, offset, length);
    }
  }
}
