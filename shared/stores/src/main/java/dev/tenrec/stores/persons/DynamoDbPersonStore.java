package dev.tenrec.stores.persons;

import static java.util.Objects.requireNonNull;

import dev.tenrec.stores.batches.BatchTable;
import dev.tenrec.stores.batches.ItemGroup;
import dev.tenrec.stores.batches.Outcome;
import dev.tenrec.stores.table.Condition;
import dev.tenrec.stores.table.Item;
import dev.tenrec.stores.table.Write;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Persons in the table {@code persons}. */
public final class DynamoDbPersonStore implements PersonStore {
  private final BatchTable table;

  public DynamoDbPersonStore(BatchTable table) {
    this.table = requireNonNull(table, "table is null");
  }

  @Override
  public Map<PersonKey, StoredPerson> read(Collection<PersonKey> keys) {
    Map<Item.Key, Item> items = table.read(keys.stream().map(PersonItems::key).toList());
    Map<PersonKey, StoredPerson> found = new HashMap<>();
    for (PersonKey key : keys) {
      Item item = items.get(PersonItems.key(key));
      if (item != null) {
        found.computeIfAbsent(key, _ -> PersonItems.stored(key, item));
      }
    }
    return found;
  }

  @Override
  public List<Outcome> write(List<List<PersonChange>> groups) {
    return table.write(groups.stream().map(DynamoDbPersonStore::group).toList());
  }

  private static ItemGroup group(List<PersonChange> changes) {
    return new ItemGroup(changes.stream().map(DynamoDbPersonStore::put).toList());
  }

  private static Write.Put put(PersonChange change) {
    return new Write.Put(
        PersonItems.item(change.after()),
        change.expected() == 0 ? Condition.absent() : Condition.version(change.expected()));
  }
}
