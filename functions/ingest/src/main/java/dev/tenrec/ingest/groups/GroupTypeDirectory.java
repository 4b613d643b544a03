package dev.tenrec.ingest.groups;

import dev.tenrec.stores.batches.StoreUnavailableException;
import dev.tenrec.stores.groups.GroupStore;
import dev.tenrec.stores.groups.GroupTypes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The group types of projects, with new ones added as they come. An index never changes, so what is
 * remembered stays true; it is read again only for a name that is not in it.
 */
final class GroupTypeDirectory {
  private static final int ATTEMPTS = 10;

  private final GroupStore store;
  private final Map<Long, GroupTypes> remembered = new HashMap<>();

  GroupTypeDirectory(GroupStore store) {
    this.store = store;
  }

  GroupTypes with(long project, Collection<String> names) {
    GroupTypes known = remembered.getOrDefault(project, GroupTypes.none(project));
    if (isComplete(known, names)) {
      return known;
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      GroupTypes stored = store.types(project);
      GroupTypes wanted = stored;
      for (String name : names) {
        wanted = next(stored, wanted.with(name));
      }
      if (wanted.equals(stored) || store.write(wanted)) {
        remembered.put(project, wanted);
        return wanted;
      }
    }
    throw new StoreUnavailableException(
        "Somebody else wrote the group types of project %d %d times in between; try again later"
            .formatted(project, ATTEMPTS));
  }

  // Several names are one write, so one version.
  private static GroupTypes next(GroupTypes stored, GroupTypes wanted) {
    return wanted.version() == stored.version()
        ? wanted
        : new GroupTypes(wanted.project(), stored.version() + 1, wanted.names());
  }

  private static boolean isComplete(GroupTypes types, Collection<String> names) {
    return types.names().size() == GroupTypes.LIMIT || types.names().containsAll(names);
  }
}
