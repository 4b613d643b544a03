package dev.tenrec.stores.symbols;

import dev.tenrec.stores.table.Condition;
import dev.tenrec.stores.table.LostConditionException;
import dev.tenrec.stores.table.Table;
import dev.tenrec.stores.table.Write;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The releases of all projects. They never change. */
public final class Releases {
  private final Table table;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  public Releases(Table table, InstantSource clock, Supplier<UUID> ids) {
    this.table = table;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Makes a release.
   *
   * @return empty when the project has one of that hash
   * @throws IllegalArgumentException when a text will not do; the message says why
   */
  public Optional<Release> create(
      long project, String hash, String name, String version, String metadata) {
    Release release =
        new Release(project, ids.get(), hash, name, version, metadata, clock.instant());
    try {
      table.transact(
          List.of(
              new Write.Put(release.item("release#" + hash), Condition.absent()),
              new Write.Put(release.item("release_id#" + release.id()), Condition.absent())));
      return Optional.of(release);
    } catch (LostConditionException taken) {
      return Optional.empty();
    }
  }

  /** The release of that hash. */
  public Optional<Release> byHash(long project, String hash) {
    return table.get(SymbolSet.partition(project), "release#" + hash).map(Release::from);
  }

  /** The release of that id. */
  public Optional<Release> find(long project, UUID id) {
    return table.get(SymbolSet.partition(project), "release_id#" + id).map(Release::from);
  }

  /** All releases of a project, the newest first. */
  public List<Release> list(long project) {
    return table.list(SymbolSet.partition(project), "release#").stream()
        .map(Release::from)
        .sorted((a, b) -> b.createdAt().compareTo(a.createdAt()))
        .toList();
  }
}
