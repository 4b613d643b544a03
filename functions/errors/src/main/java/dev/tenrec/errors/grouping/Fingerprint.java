package dev.tenrec.errors.grouping;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.errors.stack.ExceptionChain;
import dev.tenrec.errors.stack.ExceptionEntry;
import dev.tenrec.errors.stack.Frame;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What tells one bug from another: 128 hexadecimal digits of SHA-512 over the exceptions' types,
 * their messages where there is no resolved frame, and their telling frames. The same bug minified
 * in two releases has one fingerprint once its frames are resolved, because positions count only in
 * frames that have no written name.
 *
 * @param value the digits, or what the client chose
 * @param parts what it was made of, in order
 */
public record Fingerprint(String value, List<Part> parts) {
  private static final int LONGEST = 1_000;

  public Fingerprint {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("value is empty: a fingerprint says something");
    }
    // It is part of a key of DynamoDB.
    value = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    parts = List.copyOf(parts);
  }

  /** What a fingerprint was made of. */
  public sealed interface Part {
    /** The client chose it. */
    record Manual() implements Part {}

    /** An exception. */
    record OfException(List<String> pieces) implements Part {}

    /** A frame. */
    record OfFrame(String rawId, List<String> pieces) implements Part {}
  }

  /** The parts as PostHog writes them into the event. */
  public ArrayNode record() {
    ArrayNode record = JsonNodeFactory.instance.arrayNode();
    for (Part part : parts) {
      switch (part) {
        case Part.Manual _ -> record.addObject().put("type", "manual");
        case Part.OfException(List<String> pieces) ->
            pieces.forEach(record.addObject().put("type", "exception").putArray("pieces")::add);
        case Part.OfFrame(String rawId, List<String> pieces) ->
            pieces.forEach(
                record.addObject().put("type", "frame").put("raw_id", rawId).putArray("pieces")
                    ::add);
      }
    }
    return record;
  }

  /** The client's own fingerprint where it sent one, else the computed one. */
  public static Fingerprint of(ObjectNode properties, ExceptionChain chain) {
    String chosen = properties.path("$exception_fingerprint").asText("");
    return chosen.isBlank() ? compute(chain) : new Fingerprint(chosen, List.of(new Part.Manual()));
  }

  /** The computed fingerprint. */
  public static Fingerprint compute(ExceptionChain chain) {
    MessageDigest digest = sha512();
    List<Part> parts = new ArrayList<>();
    for (ExceptionEntry exception : chain.exceptions()) {
      List<String> pieces = new ArrayList<>(List.of("Exception Type"));
      feed(digest, exception.type());
      if (exception.frames().stream().noneMatch(Frame::resolved)) {
        feed(digest, exception.value());
        pieces.add("Exception Message");
      }
      parts.add(new Part.OfException(pieces));
      telling(exception.frames())
          .forEach(frame -> parts.add(new Part.OfFrame(frame.rawId(), feed(digest, frame))));
    }
    return new Fingerprint(HexFormat.of().formatHex(digest.digest()), parts);
  }

  private static List<Frame> telling(List<Frame> frames) {
    List<Frame> inApp = frames.stream().filter(Frame::inApp).toList();
    if (inApp.isEmpty()) {
      return frames.stream().limit(1).toList();
    }
    List<Frame> resolved = inApp.stream().filter(Frame::resolved).toList();
    return resolved.isEmpty() ? inApp : resolved;
  }

  private static List<String> feed(MessageDigest digest, Frame frame) {
    List<String> pieces = new ArrayList<>();
    feed(digest, frame.source(), "Source File Path", pieces);
    feed(digest, frame.module(), "Module Name", pieces);
    if (frame.resolvedName().isPresent()) {
      feed(digest, frame.resolvedName().get(), "Resolved Function Name", pieces);
      return pieces;
    }
    feed(digest, frame.function(), "Mangled Function Name", pieces);
    frame.line().ifPresent(line -> feed(digest, String.valueOf(line), "Line Number", pieces));
    frame
        .column()
        .ifPresent(column -> feed(digest, String.valueOf(column), "Column Number", pieces));
    feed(digest, Frame.language(frame.platform()), "Language", pieces);
    return pieces;
  }

  private static void feed(MessageDigest digest, String text, String piece, List<String> pieces) {
    if (!text.isEmpty()) {
      feed(digest, text);
      pieces.add(piece);
    }
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
