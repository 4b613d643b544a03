package dev.tenrec.stores.groups;

import dev.tenrec.stores.batches.Outcome;
import dev.tenrec.stores.batches.StoreUnavailableException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Where groups and group types are kept. A read sees every write answered before it; a write
 * happens only if nobody wrote the same group meanwhile.
 */
public interface GroupStore {
  /**
   * The group types of a project.
   *
   * @throws StoreUnavailableException when they cannot be read now
   */
  GroupTypes types(long project);

  /**
   * Writes group types over the version before.
   *
   * @return false when somebody else wrote meanwhile
   * @throws StoreUnavailableException when they cannot be written now
   */
  boolean write(GroupTypes types);

  /**
   * The groups of those keys, without those that do not exist.
   *
   * @throws StoreUnavailableException when they cannot be read now
   */
  Map<GroupKey, Group> read(Collection<GroupKey> keys);

  /**
   * Writes groups, each over the version before.
   *
   * @param groups no two of one key
   * @return what became of each, in order
   * @throws StoreUnavailableException when they cannot be written now; any may have been
   */
  List<Outcome> write(List<Group> groups);
}
