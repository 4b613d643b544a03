package dev.tenrec.stores.batches;

import dev.tenrec.stores.table.Write;
import java.util.List;

/**
 * Items that are written together or not at all.
 *
 * @param puts 1 to 100, no two of one item
 */
public record ItemGroup(List<Write.Put> puts) {
  /** As many writes as one transaction takes. */
  public static final int LIMIT = 100;

  public ItemGroup {
    puts = List.copyOf(puts);
    if (puts.isEmpty() || puts.size() > LIMIT) {
      throw new IllegalArgumentException(
          "A group has " + puts.size() + " writes: a transaction takes 1 to " + LIMIT);
    }
  }

  long bytes() {
    return puts.stream().mapToLong(put -> ItemSize.of(put.item())).sum();
  }
}
