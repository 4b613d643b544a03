package dev.tenrec.query.hogql.tables;

import dev.tenrec.query.hogql.function.QueryContext;
import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Symbols;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The tables that events are joined with, each once and only when a query needs it. */
final class EventJoins {
  // SDKs begin a new session after a day; the rest is for clocks that are wrong.
  private static final Duration LONGEST_SESSION = Duration.ofDays(3);

  private final QueryContext context;
  private final Symbols symbols;
  private final List<Joined> joined = new ArrayList<>();
  private final Map<String, Source> sources = new HashMap<>();
  private Optional<Value> currentPerson = Optional.empty();
  private Optional<Value> currentIssue = Optional.empty();

  EventJoins(QueryContext context, Symbols symbols) {
    this.context = context;
    this.symbols = symbols;
  }

  /** The person that an event belongs to now, given the one it was stored with. */
  Value currentPerson(Value stored) {
    if (currentPerson.isEmpty()) {
      LatestRows overrides = new LatestRows(context, symbols, "person_overrides");
      Value old = overrides.key("old_person_id", Scalar.UUID);
      Value now = NullableFields.of(overrides.column("person_id", Scalar.UUID));
      joined.add(new Joined(overrides::relation, equal(stored, old)));
      currentPerson = Optional.of(new Value.Coalesce(List.of(now, stored), Scalar.UUID));
    }
    return currentPerson.get();
  }

  /** The issue that an exception belongs to now, given the one it was stored with. */
  Value currentIssue(Value fingerprint, Value stored) {
    if (currentIssue.isEmpty()) {
      LatestRows overrides = new LatestRows(context, symbols, "issue_overrides");
      Value moved = overrides.key("fingerprint", Scalar.STRING);
      Value now = NullableFields.of(overrides.column("issue_id", Scalar.UUID));
      joined.add(new Joined(overrides::relation, equal(fingerprint, moved), Optional.empty()));
      currentIssue = Optional.of(new Value.Coalesce(List.of(now, stored), Scalar.UUID));
    }
    return currentIssue.get();
  }

  /** The person as it is now. */
  Field.Group person(Value id) {
    return fields(
        "person",
        () -> {
          PersonsTable persons = new PersonsTable(context, symbols);
          joined.add(new Joined(persons::relation, equal(id, persons.id())));
          return persons;
        });
  }

  /** The group that an event belongs to. */
  Field.Group group(int index, Value key) {
    return fields(
        "group_" + index,
        () -> {
          GroupsTable groups = new GroupsTable(context, symbols, Optional.of(index));
          joined.add(new Joined(groups::relation, equal(key, groups.key())));
          return groups;
        });
  }

  /** The session that an event belongs to. */
  Field.Group session(Value id) {
    return fields(
        "session",
        () -> {
          SessionsTable sessions = new SessionsTable(context, symbols);
          joined.add(
              new Joined(
                  sessions::relation, equal(id, sessions.id()), Optional.of(LONGEST_SESSION)));
          return sessions;
        });
  }

  Relation relation(Relation events) {
    Relation relation = events;
    for (Joined join : joined) {
      relation =
          new Relation.Join(
              Relation.Join.Kind.LEFT,
              relation,
              join.relation().get(),
              Optional.of(join.condition()),
              join.within());
    }
    return relation;
  }

  private Field.Group fields(String name, Supplier<Source> make) {
    Source source = sources.computeIfAbsent(name, _ -> make.get());
    return (Field.Group) NullableFields.of(new SourceFields(source));
  }

  private static Value equal(Value left, Value right) {
    return new Value.Compare(Value.Comparator.EQUAL, left, right);
  }

  private record Joined(Supplier<Relation> relation, Value condition, Optional<Duration> within) {
    Joined(Supplier<Relation> relation, Value condition) {
      this(relation, condition, Optional.empty());
    }
  }
}
