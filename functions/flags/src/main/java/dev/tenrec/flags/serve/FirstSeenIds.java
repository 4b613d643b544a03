package dev.tenrec.flags.serve;

import dev.tenrec.stores.table.Condition;
import dev.tenrec.stores.table.Item;
import dev.tenrec.stores.table.LostConditionException;
import dev.tenrec.stores.table.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The identifier each person was first evaluated with, per flag, so that a visitor keeps their
 * answers when they sign up. Written once, never changed. Items of the {@code persons} table:
 * {@code first-seen#<project>#<person>} / {@code flag#<key>}.
 */
final class FirstSeenIds {
  private static final String IDENTIFIER = "identifier";
  private static final String FLAG = "flag#";

  private final Table table;

  FirstSeenIds(Table table) {
    this.table = table;
  }

  /** Per flag key what the person was first evaluated with. */
  Map<String, String> of(long project, UUID person) {
    Map<String, String> identifiers = new HashMap<>();
    for (Item item : table.list(partition(project, person), FLAG)) {
      identifiers.put(item.key().sort().substring(FLAG.length()), item.text(IDENTIFIER));
    }
    return identifiers;
  }

  /** Fixes the identifier for flags that have none yet; answers what holds now. */
  Map<String, String> fix(long project, UUID person, Set<String> flags, String identifier) {
    for (String flag : flags) {
      try {
        table.put(
            Item.at(partition(project, person), FLAG + flag).with(IDENTIFIER, identifier),
            Condition.absent());
      } catch (LostConditionException fixedAlready) {
        // The first one holds; it is read below.
      }
    }
    return of(project, person);
  }

  private static String partition(long project, UUID person) {
    return "first-seen#" + project + "#" + person;
  }
}
