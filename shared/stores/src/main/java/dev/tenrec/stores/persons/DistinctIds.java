package dev.tenrec.stores.persons;

import java.util.ArrayList;
import java.util.List;

/**
 * The distinct ids of a person, oldest first. Those that no longer fit are only counted; they
 * belong to the person all the same.
 *
 * @param known at most {@value #LIMIT}
 * @param further how many more there are
 */
public record DistinctIds(List<String> known, long further) {
  /** As many as one person is known to have. */
  public static final int LIMIT = 1_000;

  // An item of the table holds 400 KB in all.
  private static final int CHARACTERS = 40_000;

  public DistinctIds {
    known = List.copyOf(known);
    if (known.isEmpty() || known.size() > LIMIT) {
      throw new IllegalArgumentException(
          "known has " + known.size() + " distinct ids: a person has 1 to " + LIMIT);
    }
    if (further < 0) {
      throw new IllegalArgumentException("further is " + further + ": a count is not negative");
    }
  }

  /** The one distinct id of a new person. */
  public static DistinctIds of(String distinctId) {
    return new DistinctIds(List.of(distinctId), 0);
  }

  /**
   * Whether a person with these can take over one with those and still know every one: always when
   * it is a single one, because whoever adds it knows it.
   */
  public boolean canTake(DistinctIds more) {
    return more.further == 0
        && (more.known.size() == 1
            || (known.size() + more.known.size() <= LIMIT
                && characters(known) + characters(more.known) <= CHARACTERS));
  }

  /** These, then those that are not among them. */
  public DistinctIds plus(DistinctIds more) {
    List<String> union = new ArrayList<>(known);
    long left = 0;
    for (String id : more.known) {
      if (known.contains(id)) {
        continue;
      }
      if (union.size() < LIMIT && characters(union) + id.length() <= CHARACTERS) {
        union.add(id);
      } else {
        left++;
      }
    }
    return new DistinctIds(union, further + more.further + left);
  }

  private static int characters(List<String> ids) {
    return ids.stream().mapToInt(String::length).sum();
  }
}
