package dev.tenrec.query.hogql.tables;

import dev.tenrec.query.hogql.function.QueryContext;
import dev.tenrec.query.hogql.plan.Symbols;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** The tables by name. */
public final class Tables {
  private static final Map<String, BiFunction<QueryContext, Symbols, Source>> ALL =
      new TreeMap<>(
          Map.of(
              "events", EventsTable::new,
              "persons", PersonsTable::new,
              "person_distinct_ids", PersonDistinctIdsTable::new,
              "groups", (context, symbols) -> new GroupsTable(context, symbols, Optional.empty()),
              "sessions", SessionsTable::new,
              "exceptions", ExceptionsTable::new,
              "session_replay_events", SessionReplayEventsTable::new,
              "rejected", RejectedTable::new));

  private Tables() {}

  /** The table of that name, for one place in one query. */
  public static Optional<Source> open(String name, QueryContext context, Symbols symbols) {
    return Optional.ofNullable(ALL.get(name)).map(table -> table.apply(context, symbols));
  }

  /** The names of all tables. */
  public static Set<String> names() {
    return ALL.keySet();
  }
}
