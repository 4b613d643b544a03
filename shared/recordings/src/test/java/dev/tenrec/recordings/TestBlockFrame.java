package dev.tenrec.recordings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestBlockFrame {
  @Test
  void linesComeBackAndCompress() {
    byte[] lines = "[\"w\",{\"type\":3}]\n".repeat(1_000).getBytes(UTF_8);
    byte[] frame = BlockFrame.of(lines);

    assertThat(frame).hasSizeLessThan(lines.length / 10);
    assertThat(BlockFrame.lines(frame)).contains(lines);
  }

  @Test
  void whatWasErasedOrBrokenHoldsNothing() {
    byte[] frame = BlockFrame.of("[1]\n".repeat(50).getBytes(UTF_8));
    frame[frame.length - 3] ^= 0x55;

    assertThat(BlockFrame.lines(new byte[40])).isEmpty();
    assertThat(BlockFrame.lines("text".getBytes(UTF_8))).isEmpty();
    assertThat(BlockFrame.lines(java.util.Arrays.copyOf(frame, 12))).isEmpty();
  }
}
