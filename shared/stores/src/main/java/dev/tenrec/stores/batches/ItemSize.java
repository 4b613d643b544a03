package dev.tenrec.stores.batches;

import dev.tenrec.stores.table.Item;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How much room an item takes in a request; never less than it really does. */
final class ItemSize {
  // The widest a character of text gets in UTF-8, and a byte in base 64.
  private static final int PER_CHARACTER = 3;
  private static final int PER_VALUE = 32;

  private ItemSize() {}

  static long of(Item item) {
    long bytes = PER_CHARACTER * (item.key().partition().length() + item.key().sort().length());
    for (var attribute : item.attributes().entrySet()) {
      bytes += attribute.getKey().length() + of(attribute.getValue());
    }
    return bytes;
  }

  private static long of(AttributeValue value) {
    return PER_VALUE
        + switch (value.type()) {
          case S -> (long) PER_CHARACTER * value.s().length();
          case B -> 2L * value.b().asByteArrayUnsafe().length;
          case L -> value.l().stream().mapToLong(ItemSize::of).sum();
          case M ->
              value.m().entrySet().stream()
                  .mapToLong(
                      entry -> PER_CHARACTER * entry.getKey().length() + of(entry.getValue()))
                  .sum();
          case N, BOOL, NUL, SS, NS, BS, UNKNOWN_TO_SDK_VERSION -> 0;
        };
  }
}
