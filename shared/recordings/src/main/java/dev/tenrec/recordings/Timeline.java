package dev.tenrec.recordings;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * When events happened, and which of them showed somebody active: what {@link Activity} is computed
 * from. In order of time, whatever order the events came in.
 */
public final class Timeline {
  // A time and, in the lowest bit, whether somebody was active.
  private final long[] moments;

  private Timeline(long[] moments) {
    this.moments = moments;
  }

  /** The timeline of these events. */
  static Timeline of(Iterable<RecordedEvent> events, int count) {
    long[] moments = new long[count];
    int next = 0;
    for (RecordedEvent event : events) {
      boolean active = event.traits().contains(RecordedEvent.Trait.ACTIVE);
      moments[next++] = event.timestamp() << 1 | (active ? 1 : 0);
    }
    Arrays.sort(moments);
    return new Timeline(moments);
  }

  /** Both together. */
  public Timeline plus(Timeline other) {
    long[] all = Arrays.copyOf(moments, moments.length + other.moments.length);
    System.arraycopy(other.moments, 0, all, moments.length, other.moments.length);
    Arrays.sort(all);
    return new Timeline(all);
  }

  /** How many events there are. */
  public int size() {
    return moments.length;
  }

  long time(int index) {
    return moments[index] >> 1;
  }

  boolean isActive(int index) {
    return (moments[index] & 1) == 1;
  }

  /** The timeline in few bytes: the differences, of seven bits a byte. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(moments.length * 2 + 8);
    long before = 0;
    for (int index = 0; index < moments.length; index++) {
      long rest = (time(index) - before) << 1 | (isActive(index) ? 1 : 0);
      before = time(index);
      while ((rest & ~0x7fL) != 0) {
        bytes.write((int) (rest & 0x7f | 0x80));
        rest >>>= 7;
      }
      bytes.write((int) rest);
    }
    return bytes.toByteArray();
  }

  /** The timeline of those bytes. */
  static Timeline read(byte[] bytes) {
    long[] moments = new long[bytes.length];
    int count = 0;
    long time = 0;
    int at = 0;
    while (at < bytes.length) {
      long value = 0;
      int shift = 0;
      byte part;
      do {
        part = bytes[at++];
        value |= (part & 0x7fL) << shift;
        shift += 7;
      } while (part < 0);
      time += value >>> 1;
      moments[count++] = time << 1 | (value & 1);
    }
    return new Timeline(Arrays.copyOf(moments, count));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Timeline timeline && Arrays.equals(moments, timeline.moments);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(moments);
  }

  @Override
  public String toString() {
    return "Timeline" + Arrays.toString(moments);
  }
}
