package dev.tenrec.stores.table;

import static java.util.Objects.requireNonNull;

/** One write of a transaction. */
public sealed interface Write {
  /** Puts a whole item. */
  record Put(Item item, Condition condition) implements Write {
    public Put {
      requireNonNull(item, "item is null");
      requireNonNull(condition, "condition is null");
    }
  }

  /** Removes an item. */
  record Delete(Item.Key key, Condition condition) implements Write {
    public Delete {
      requireNonNull(key, "key is null");
      requireNonNull(condition, "condition is null");
    }
  }

  /** Adds to a numeric attribute, creating item and attribute where they are missing. */
  record Add(Item.Key key, String attribute, long amount) implements Write {
    public Add {
      requireNonNull(key, "key is null");
      requireNonNull(attribute, "attribute is null");
    }
  }
}
