package dev.tenrec.query.engine.cache;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A digest of trees of records. Every part is written with its type and its length, so that two
 * trees have the same digest only when they are the same.
 */
final class Fingerprint {
  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JVM has SHA-256", impossible);
    }
  }

  /** Adds a text. */
  void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    digest.update(bytes);
  }

  /**
   * Adds a tree.
   *
   * @param visitor sees every record in it, right after it was added
   */
  void add(Object part, Consumer<Record> visitor) {
    switch (part) {
      case Record tree -> {
        add(tree.getClass().getName());
        for (RecordComponent component : tree.getClass().getRecordComponents()) {
          add(value(component, tree), visitor);
        }
        visitor.accept(tree);
      }
      case List<?> list -> all(list, visitor);
      case Optional<?> optional -> all(optional.stream().toList(), visitor);
      case Map<?, ?> map -> all(new TreeMap<>(map).entrySet(), visitor);
      case Map.Entry<?, ?> entry -> all(List.of(entry.getKey(), entry.getValue()), visitor);
      // Texts, numbers, names of constants, dates: their text says all there is.
      default -> {
        add(part.getClass().getName());
        add(part.toString());
      }
    }
  }

  private void all(Collection<?> parts, Consumer<Record> visitor) {
    add("several");
    number(parts.size());
    parts.forEach(part -> add(part, visitor));
  }

  private void number(int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  private static Object value(RecordComponent component, Record tree) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(tree);
    } catch (IllegalAccessException | InvocationTargetException failed) {
      throw new IllegalStateException("Could not read " + component + " of a plan", failed);
    }
  }

  /** The digest of all that was added; nothing may be added after it. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
