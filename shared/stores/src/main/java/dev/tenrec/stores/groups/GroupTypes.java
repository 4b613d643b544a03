package dev.tenrec.stores.groups;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The group types of a project, in the order they were first seen; a type's place is its index.
 *
 * @param project the project
 * @param version counts its changes; 0 when there are no types yet
 * @param names at most {@value #LIMIT}
 */
public record GroupTypes(long project, long version, List<String> names) {
  /** As many group types as a project has. */
  public static final int LIMIT = 5;

  public GroupTypes {
    names = List.copyOf(names);
    if (names.size() > LIMIT) {
      throw new IllegalArgumentException(
          "names has " + names.size() + " group types: a project has at most " + LIMIT);
    }
  }

  /** A project without group types. */
  public static GroupTypes none(long project) {
    return new GroupTypes(project, 0, List.of());
  }

  /** The type's index. */
  public OptionalInt indexOf(String name) {
    int index = names.indexOf(name);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** With one more type; the same when it is known or there are enough. */
  public GroupTypes with(String name) {
    if (names.contains(name) || names.size() == LIMIT) {
      return this;
    }
    List<String> more = new ArrayList<>(names);
    more.add(name);
    return new GroupTypes(project, version + 1, more);
  }
}
