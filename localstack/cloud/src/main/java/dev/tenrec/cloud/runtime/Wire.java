package dev.tenrec.cloud.runtime;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * How the local cloud and a function's process talk over their socket: one message at a time, each
 * a kind and its fields. The cloud sends {@link #INVOKE} and {@link #EXIT}; the process answers
 * {@link #READY} or {@link #INIT_FAILED} once, then {@link #ANSWER} or {@link #FAILED} to each
 * invocation, or {@link #FAILED_FOR_GOOD}, after which it is of no more use.
 */
public final class Wire {
  public static final byte INVOKE = 1;
  public static final byte EXIT = 2;
  public static final byte READY = 3;
  public static final byte INIT_FAILED = 4;
  public static final byte ANSWER = 5;
  public static final byte FAILED = 6;
  public static final byte FAILED_FOR_GOOD = 7;

  private Wire() {}

  /** Writes bytes preceded by their length. */
  public static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Writes a text. */
  public static void write(DataOutputStream out, String text) throws IOException {
    write(out, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what {@link #write(DataOutputStream, byte[])} wrote. */
  public static byte[] bytes(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }

  /** Reads a text. */
  public static String text(DataInputStream in) throws IOException {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }
}
