package dev.tenrec.stores.symbols;

import dev.tenrec.stores.table.Condition;
import dev.tenrec.stores.table.Item;
import dev.tenrec.stores.table.Table;
import dev.tenrec.stores.table.Write;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The symbol sets of all projects. */
public final class SymbolSets {
  private final Table table;
  private final Supplier<UUID> ids;

  public SymbolSets(Table table, Supplier<UUID> ids) {
    this.table = table;
    this.ids = ids;
  }

  /** The symbol set of a chunk, uploaded or only announced. */
  public Optional<SymbolSet> find(long project, String chunk) {
    return table.get(SymbolSet.partition(project), "chunk#" + chunk).map(SymbolSet::from);
  }

  /** All symbol sets of a project. */
  public List<SymbolSet> list(long project) {
    return table.list(SymbolSet.partition(project), "chunk#").stream()
        .map(SymbolSet::from)
        .toList();
  }

  /**
   * Announces an upload, under a new id so that it never overwrites what is read now.
   *
   * @throws IllegalArgumentException when the chunk's id will not do
   */
  public SymbolSet announce(
      long project, String chunk, Optional<String> release, String contentHash) {
    SymbolSet set = new SymbolSet(project, ids.get(), chunk, release, contentHash, false);
    table.put(
        Item.at(SymbolSet.partition(project), "set#" + set.id())
            .with("chunk", chunk)
            .with("content_hash", contentHash)
            .with("release", release.orElse("")),
        Condition.absent());
    return set;
  }

  /** Makes an announced upload the chunk's symbol set; empty when it was never announced. */
  public Optional<SymbolSet> finish(long project, UUID id, String contentHash) {
    Optional<Item> announced = table.get(SymbolSet.partition(project), "set#" + id);
    return announced.map(
        item -> {
          SymbolSet set =
              new SymbolSet(
                  project,
                  id,
                  item.text("chunk"),
                  Optional.of(item.text("release")).filter(release -> !release.isEmpty()),
                  contentHash,
                  true);
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
