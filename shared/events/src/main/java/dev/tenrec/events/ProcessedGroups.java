package dev.tenrec.events;

import java.util.List;

/**
 * Group changes that a batch of events caused.
 *
 * @param project the project
 * @param groups the changed groups, at least one
 */
public record ProcessedGroups(long project, List<GroupVersion> groups) implements Envelope {
  public ProcessedGroups {
    groups = List.copyOf(groups);
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("groups is empty: nothing changed");
    }
  }

  @Override
  public Stage stage() {
    return Stage.PROCESSED;
  }

  @Override
  public Kind kind() {
    return Kind.GROUPS;
  }

  @Override
  public String partitionKey() {
    GroupVersion first = groups.getFirst();
    return project + ":" + first.type() + ":" + first.key();
  }
}
