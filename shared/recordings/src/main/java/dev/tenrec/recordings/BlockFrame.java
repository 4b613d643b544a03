package dev.tenrec.recordings;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.util.Optional;

/** A block as it is stored: one zstd frame, which also says how large its lines are. */
public final class BlockFrame {
  private static final int LEVEL = 3;

  private BlockFrame() {}

  /** The frame of those lines. */
  public static byte[] of(byte[] lines) {
    return Zstd.compress(lines, LEVEL);
  }

  /** The lines of a frame; empty when it was erased or is none. */
  public static Optional<byte[]> lines(byte[] frame) {
    long size = Zstd.getFrameContentSize(frame);
    if (size < 0 || size > Integer.MAX_VALUE || Zstd.isError(size)) {
      return Optional.empty();
    }
    try {
      byte[] lines = Zstd.decompress(frame, (int) size);
      return lines.length == 0 ? Optional.empty() : Optional.of(lines);
    } catch (ZstdException broken) {
      return Optional.empty();
    }
  }
}
