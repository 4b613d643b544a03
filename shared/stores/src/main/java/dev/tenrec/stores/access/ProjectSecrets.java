package dev.tenrec.stores.access;

import dev.tenrec.stores.table.Condition;
import dev.tenrec.stores.table.Item;
import dev.tenrec.stores.table.LostConditionException;
import dev.tenrec.stores.table.Table;
import dev.tenrec.stores.table.Write;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The secret keys of projects, {@code phs_...}, with which servers read flag definitions. A project
 * has one, and the one before it goes on working until it is dropped, so that a key can be changed
 * everywhere before the old one ends.
 */
public final class ProjectSecrets {
  private static final String CURRENT = "current";
  private static final String PREVIOUS = "previous";
  private static final int ATTEMPTS = 10;

  private final Table table;
  private final InstantSource clock;

  public ProjectSecrets(Table table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  /** Gives the project a new key; the present one becomes the previous, and that one ends. */
  public Created rotate(long project) {
    for (int attempt = 1; ; attempt++) {
      try {
        return replace(project);
      } catch (LostConditionException somebodyElseRotated) {
        if (attempt == ATTEMPTS) {
          throw somebodyElseRotated;
        }
      }
    }
  }

  /** Ends the previous key at once. */
  public void dropPrevious(long project) {
    table
        .get(partition(project), PREVIOUS)
        .ifPresent(
            item ->
                table.transact(
                    List.of(
                        new Write.Delete(item.key(), Condition.none()),
                        new Write.Delete(byHash(item.text("hash")), Condition.none()))));
  }

  /** The project's present key, as people may see it. */
  public Optional<ProjectSecret> current(long project) {
    return table.get(partition(project), CURRENT).map(ProjectSecrets::read);
  }

  /** The project's previous key, as people may see it. */
  public Optional<ProjectSecret> previous(long project) {
    return table.get(partition(project), PREVIOUS).map(ProjectSecrets::read);
  }

  /** The project that a secret belongs to, empty when it is nobody's. */
  public OptionalLong project(String secret) {
    Item.Key key = byHash(Secrets.hash(secret));
    return table.get(key.partition(), key.sort()).stream()
        .mapToLong(item -> item.number("project"))
        .findFirst();
  }

  private Created replace(long project) {
    Optional<Item> current = table.get(partition(project), CURRENT);
    Optional<Item> previous = table.get(partition(project), PREVIOUS);
    String secret = Secrets.projectSecret();
    String hash = Secrets.hash(secret);
    ProjectSecret made = new ProjectSecret(Secrets.mask(secret), clock.instant());
    Item next =
        Item.at(partition(project), CURRENT)
            .with("hash", hash)
            .with("mask", made.mask())
            .with("created_at", made.createdAt())
            .with("version", current.map(item -> item.number("version") + 1).orElse(1L));
    List<Write> writes = new ArrayList<>();
    writes.add(
        new Write.Put(
            next,
            current
                .map(item -> Condition.version(item.number("version")))
                .orElse(Condition.absent())));
    Item.Key found = byHash(hash);
    writes.add(
        new Write.Put(
            Item.at(found.partition(), found.sort()).with("project", project), Condition.absent()));
    current.ifPresent(
        item ->
            writes.add(
                new Write.Put(
                    new Item(new Item.Key(partition(project), PREVIOUS), item.attributes()),
                    Condition.none())));
    previous.ifPresent(
        item -> writes.add(new Write.Delete(byHash(item.text("hash")), Condition.none())));
    table.transact(writes);
    return new Created(made, secret);
  }

  private static ProjectSecret read(Item item) {
    return new ProjectSecret(item.text("mask"), item.instant("created_at"));
  }

  private static String partition(long project) {
    return "project-secret#" + project;
  }

  private static Item.Key byHash(String hash) {
    return new Item.Key("secret#" + hash, "secret");
  }

  /**
   * A project's secret key as people may see it.
   *
   * @param mask its beginning and its end
   * @param createdAt when it was made
   */
  public record ProjectSecret(String mask, Instant createdAt) {}

  /**
   * A key just made.
   *
   * @param secret what servers send; it is shown once and never stored
   */
  public record Created(ProjectSecret key, String secret) {}
}
