package dev.tenrec.stores.access;

import dev.tenrec.stores.table.Condition;
import dev.tenrec.stores.table.Item;
import dev.tenrec.stores.table.LostConditionException;
import dev.tenrec.stores.table.Table;
import dev.tenrec.stores.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The personal API keys of all users. */
public final class PersonalKeys {
  private static final Duration USE_IS_NOTED_EVERY = Duration.ofHours(1);

  private final Table table;
  private final InstantSource clock;

  public PersonalKeys(Table table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  /** The user's keys that have not ended. */
  public List<PersonalKey> list(User user) {
    return table.list("user#" + user.id(), "key#").stream()
        .map(PersonalKey::from)
        .filter(key -> key.livesAt(clock.instant()))
        .toList();
  }

  /**
   * Makes a key; no scopes means all, no projects means all.
   *
   * @throws IllegalArgumentException when the label or a scope will not do; the message says why
   */
  public Created create(User user, String label, List<String> scopes, List<Long> projects) {
    return create(user, label, scopes, projects, Optional.empty());
  }

  /**
   * Makes a key that ends by itself; no scopes means all, no projects means all.
   *
   * @throws IllegalArgumentException when the label or a scope will not do; the message says why
   */
  public Created createUntil(
      Instant end, User user, String label, List<String> scopes, List<Long> projects) {
    return create(user, label, scopes, projects, Optional.of(end));
  }

  private Created create(
      User user,
      String label,
      List<String> scopes,
      List<Long> projects,
      Optional<Instant> expiresAt) {
    String secret = Secrets.personalKey();
    PersonalKey key =
        new PersonalKey(
            UUID.randomUUID().toString(),
            label,
            Secrets.mask(secret),
            scopes.isEmpty() ? List.of("*") : scopes,
            projects,
            clock.instant(),
            Optional.empty(),
            expiresAt);
    write(user, key, Secrets.hash(secret), Condition.absent());
    return new Created(key, secret);
  }

  /** Ends a key at once; answers whether there was one. */
  public boolean delete(User user, String id) {
    Optional<Item> found = table.get("user#" + user.id(), "key#" + id);
    found.ifPresent(
        item ->
            table.transact(
                List.of(
                    new Write.Delete(item.key(), Condition.none()),
                    new Write.Delete(
                        new Item.Key("key#" + item.text("hash"), "key"), Condition.none()))));
    return found.isPresent();
  }

  /** Who the secret belongs to, and what it may do. Notes the use, at most once an hour. */
  Optional<Caller.Key> find(String secret) {
    String hash = Secrets.hash(secret);
    Optional<Item> found = table.get("key#" + hash, "key");
    Optional<Caller.Key> caller =
        found
            .map(item -> new Caller.Key(User.from(item), PersonalKey.from(item)))
            .filter(known -> known.key().livesAt(clock.instant()));
    caller.ifPresent(known -> noteUse(known, hash));
    return caller;
  }

  private void noteUse(Caller.Key caller, String hash) {
    PersonalKey key = caller.key();
    Instant now = clock.instant();
    if (key.lastUsedAt().isEmpty()
        || key.lastUsedAt().get().plus(USE_IS_NOTED_EVERY).isBefore(now)) {
      try {
        write(caller.user(), key.usedAt(now), hash, Condition.present());
      } catch (LostConditionException deletedMeanwhile) {
        // The key must stay deleted; this one request was still in time.
      }
    }
  }

  private void write(User user, PersonalKey key, String hash, Condition condition) {
    table.transact(
        List.of(
            new Write.Put(key.item(user, hash, "user#" + user.id(), "key#" + key.id()), condition),
            new Write.Put(key.item(user, hash, "key#" + hash, "key"), condition)));
  }

  /**
   * A key just made.
   *
   * @param secret what the program sends; it is shown once and never stored
   */
  public record Created(PersonalKey key, String secret) {}
}
