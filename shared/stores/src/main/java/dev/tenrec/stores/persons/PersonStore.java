package dev.tenrec.stores.persons;

import dev.tenrec.stores.batches.Outcome;
import dev.tenrec.stores.batches.StoreUnavailableException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Where persons are kept.
 *
 * <p>Guarantees: a read sees every write that was answered before it; a {@link PersonChange} group
 * happens wholly or not at all, and only if nobody changed any of its persons meanwhile.
 */
public interface PersonStore {
  /**
   * What stands under those keys; nothing stands under those that are missing in the answer.
   *
   * @throws StoreUnavailableException when it cannot be read now
   */
  Map<PersonKey, StoredPerson> read(Collection<PersonKey> keys);

  /**
   * Makes the changes, each group wholly or not at all.
   *
   * @param groups each of 1 to 100 changes; no two changes of one person
   * @return what became of each group, in order
   * @throws StoreUnavailableException when it cannot be written now; any group may have been
   */
  List<Outcome> write(List<List<PersonChange>> groups);
}
