package dev.tenrec.errors.grouping;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.errors.stack.ExceptionChain;
import dev.tenrec.errors.stack.ExceptionEntry;
import dev.tenrec.errors.stack.Frame;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What tells one bug from another: 128 hexadecimal digits of SHA-512 over the exceptions' types,
 * their messages where there is no resolved frame, and their telling frames. The same bug minified
 * in two releases has one fingerprint once its frames are resolved, because positions count only in
 * frames that have no written name.
 *
 * @param value the digits, or what the client chose
 */
public record Fingerprint(String value) {
  public Fingerprint {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("value is empty: a fingerprint says something");
    }
  }

  /** The client's own fingerprint where it sent one, else the computed one. */
  public static Fingerprint of(ObjectNode properties, ExceptionChain chain) {
    String chosen = properties.path("$exception_fingerprint").asText("");
    return chosen.isEmpty() ? compute(chain) : new Fingerprint(chosen);
  }

  /** The computed fingerprint. */
  public static Fingerprint compute(ExceptionChain chain) {
    MessageDigest digest = sha512();
    for (ExceptionEntry exception : chain.exceptions()) {
      feed(digest, exception.type());
      if (exception.frames().stream().noneMatch(Frame::resolved)) {
        feed(digest, exception.value());
      }
      telling(exception.frames()).forEach(frame -> feed(digest, frame));
    }
    return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
  }

  private static List<Frame> telling(List<Frame> frames) {
    List<Frame> inApp = frames.stream().filter(Frame::inApp).toList();
    if (inApp.isEmpty()) {
      return frames.stream().limit(1).toList();
    }
    List<Frame> resolved = inApp.stream().filter(Frame::resolved).toList();
    return resolved.isEmpty() ? inApp : resolved;
  }

  private static void feed(MessageDigest digest, Frame frame) {
    feed(digest, frame.source());
    feed(digest, frame.module());
    if (frame.resolvedName().isPresent()) {
      feed(digest, frame.resolvedName().get());
      return;
    }
    feed(digest, frame.function());
    frame.line().ifPresent(line -> feed(digest, String.valueOf(line)));
    frame.column().ifPresent(column -> feed(digest, String.valueOf(column)));
    feed(digest, frame.platform());
  }

  private static void feed(MessageDigest digest, String text) {
    digest.update(text.getBytes(UTF_8));
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("This Java has no SHA-512", missing);
    }
  }
}
