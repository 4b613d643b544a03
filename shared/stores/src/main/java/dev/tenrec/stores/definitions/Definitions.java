package dev.tenrec.stores.definitions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.stores.table.Condition;
import dev.tenrec.stores.table.Item;
import dev.tenrec.stores.table.LostConditionException;
import dev.tenrec.stores.table.Table;
import dev.tenrec.stores.table.Write;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The definitions of all projects. Every change keeps the version before it, names who made it and
 * raises the kind's version, all in one transaction.
 */
public final class Definitions {
  private static final int ATTEMPTS = 10;

  // The field of a kind's body that no two definitions of a project share.
  private static final Map<String, String> UNIQUE_FIELDS = Map.of("feature_flag", "key");

  private final Table table;
  private final InstantSource clock;

  public Definitions(Table table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  /** The definitions of a kind that were not deleted, by id. */
  public List<Definition> list(long project, String kind) {
    return table.list(Definition.partition(project), kind + "#").stream()
        .map(Definition::from)
        .filter(definition -> !definition.deleted())
        .toList();
  }

  /** The definition of that id, unless it was deleted. */
  public Optional<Definition> find(long project, String kind, long id) {
    return read(project, kind, id).filter(definition -> !definition.deleted());
  }

  /**
   * Makes a definition.
   *
   * @throws NameTakenException when another one of its kind has its unique field's value
   */
  public Definition create(long project, String kind, ObjectNode body, String by) {
    long id = table.add(new Item.Key(Definition.partition(project), "counter#" + kind), "last", 1);
    Definition made =
        new Definition(project, kind, id, 1, false, body, by, clock.instant(), by, clock.instant());
    write(Optional.empty(), made);
    return made;
  }

  /**
   * Changes a definition; the change is made again on what somebody else wrote meanwhile.
   *
   * @param change answers the new body from a copy of the old
   * @return the definition as stored, empty when there is none
   * @throws NameTakenException when another one of its kind has its unique field's value
   */
  public Optional<Definition> update(
      long project, String kind, long id, UnaryOperator<ObjectNode> change, String by) {
    return change(project, kind, id, change, false, by);
  }

  /** Deletes a definition; its history remains. */
  public Optional<Definition> delete(long project, String kind, long id, String by) {
    return change(project, kind, id, body -> body, true, by);
  }

  /** How often definitions of the kind have changed; 0 when there never were any. */
  public long version(long project, String kind) {
    return table
        .get(Definition.partition(project), "version#" + kind)
        .map(item -> item.number("version"))
        .orElse(0L);
  }

  /** Every version of a definition, oldest first. */
  public List<Definition> history(long project, String kind, long id) {
    return table
        .list(Definition.partition(project), "history#" + Definition.sortKey(kind, id) + "#")
        .stream()
        .map(Definition::from)
        .toList();
  }

  /** A version of a definition as it was, deleted since or not. */
  public Optional<Definition> at(long project, String kind, long id, long version) {
    return table
        .get(Definition.partition(project), Definition.historyKey(kind, id, version))
        .map(Definition::from);
  }

  private Optional<Definition> change(
      long project,
      String kind,
      long id,
      UnaryOperator<ObjectNode> change,
      boolean delete,
      String by) {
    for (int attempt = 1; ; attempt++) {
      Optional<Definition> found = find(project, kind, id);
      if (found.isEmpty()) {
        return found;
      }
      Definition before = found.get();
      Definition after =
          before.changed(change.apply(before.body().deepCopy()), delete, by, clock.instant());
      try {
        write(found, after);
        return Optional.of(after);
      } catch (LostConditionException lost) {
        if (attempt == ATTEMPTS) {
          throw lost;
        }
      }
    }
  }

  private Optional<Definition> read(long project, String kind, long id) {
    return table
        .get(Definition.partition(project), Definition.sortKey(kind, id))
        .map(Definition::from);
  }

  private void write(Optional<Definition> before, Definition after) {
    String partition = Definition.partition(after.project());
    List<Write> writes = new ArrayList<>();
    writes.add(
        new Write.Put(
            after.item(after.sortKey()),
            before.map(old -> Condition.version(old.version())).orElse(Condition.absent())));
    writes.add(new Write.Put(after.item(after.historyKey()), Condition.absent()));
    writes.add(new Write.Add(new Item.Key(partition, "version#" + after.kind()), "version", 1));
    Optional<Item.Key> oldName = before.flatMap(Definitions::uniqueName);
    Optional<Item.Key> newName = uniqueName(after);
    if (!oldName.equals(newName)) {
      newName.ifPresent(name -> requireFree(name, after));
      oldName.ifPresent(name -> writes.add(new Write.Delete(name, Condition.none())));
      newName.ifPresent(
          name ->
              writes.add(
                  new Write.Put(
                      Item.at(name.partition(), name.sort()).with("id", after.id()),
                      Condition.absent())));
    }
    table.transact(writes);
  }

  private void requireFree(Item.Key name, Definition wanting) {
    if (table.get(name.partition(), name.sort()).isPresent()) {
      String field = UNIQUE_FIELDS.get(wanting.kind());
      throw new NameTakenException(field, wanting.body().path(field).asText());
    }
  }

  private static Optional<Item.Key> uniqueName(Definition definition) {
    return Optional.ofNullable(UNIQUE_FIELDS.get(definition.kind()))
        .filter(_ -> !definition.deleted())
        .map(
            field ->
                new Item.Key(
                    Definition.partition(definition.project()),
                    "name#%s#%s"
                        .formatted(definition.kind(), definition.body().path(field).asText())));
  }
}
