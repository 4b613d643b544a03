package dev.tenrec.stores.symbols;

import dev.tenrec.stores.table.Condition;
import dev.tenrec.stores.table.Item;
import dev.tenrec.stores.table.Table;
import dev.tenrec.stores.table.Write;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The symbol sets of all projects. */
public final class SymbolSets {
  private final Table table;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  public SymbolSets(Table table, InstantSource clock, Supplier<UUID> ids) {
    this.table = table;
    this.clock = clock;
    this.ids = ids;
  }

  /** The uploaded symbol set of a chunk. */
  public Optional<SymbolSet> find(long project, String chunk) {
    return table.get(SymbolSet.partition(project), "chunk#" + chunk).map(SymbolSet::from);
  }

  /** The uploaded symbol set of that id. */
  public Optional<SymbolSet> find(long project, UUID id) {
    return announced(project, id)
        .flatMap(set -> find(project, set.chunk()))
        .filter(set -> set.id().equals(id));
  }

  /** The symbol set of that id, as it was announced. */
  public Optional<SymbolSet> announced(long project, UUID id) {
    return table.get(SymbolSet.partition(project), "set#" + id).map(SymbolSet::from);
  }

  /** All symbol sets of a project that were uploaded, the newest first. */
  public List<SymbolSet> list(long project) {
    return table.list(SymbolSet.partition(project), "chunk#").stream()
        .map(SymbolSet::from)
        .sorted((a, b) -> b.createdAt().compareTo(a.createdAt()))
        .toList();
  }

  /**
   * Announces an upload, under a new id so that it never overwrites what is read now.
   *
   * @throws IllegalArgumentException when the chunk's id will not do
   */
  public SymbolSet announce(
      long project, String chunk, Optional<String> release, String contentHash) {
    SymbolSet set =
        new SymbolSet(project, ids.get(), chunk, release, contentHash, false, clock.instant());
    table.put(
        new Item(
            new Item.Key(SymbolSet.partition(project), "set#" + set.id()), set.item().attributes()),
        Condition.absent());
    return set;
  }

  /** Makes an announced upload the chunk's symbol set; empty when it was never announced. */
  public Optional<SymbolSet> finish(long project, UUID id, String contentHash) {
    return announced(project, id)
        .map(
            announced -> {
              SymbolSet set =
                  new SymbolSet(
                      project,
                      id,
                      announced.chunk(),
                      announced.release(),
                      contentHash,
                      true,
                      announced.createdAt());
              table.put(set.item(), Condition.none());
              return set;
            });
  }

  /** Forgets a chunk's symbol set; answers whether there was one. */
  public boolean delete(long project, String chunk) {
    Optional<SymbolSet> found = find(project, chunk);
    found.ifPresent(
        set ->
            table.transact(
                List.of(
                    new Write.Delete(set.item().key(), Condition.none()),
                    new Write.Delete(
                        new Item.Key(SymbolSet.partition(project), "set#" + set.id()),
                        Condition.none()))));
    return found.isPresent();
  }
}
