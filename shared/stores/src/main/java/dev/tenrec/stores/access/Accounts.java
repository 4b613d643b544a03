package dev.tenrec.stores.access;

import dev.tenrec.stores.table.Condition;
import dev.tenrec.stores.table.Item;
import dev.tenrec.stores.table.LostConditionException;
import dev.tenrec.stores.table.Table;
import dev.tenrec.stores.table.Write;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Users and their console sessions. */
public final class Accounts {
  /** How long a console session lasts. */
  public static final Duration SESSION_LENGTH = Duration.ofDays(14);

  private static final int SHORTEST_PASSWORD = 8;
  private static final int LONGEST_PASSWORD = 256;
  // What an unknown address is checked against, so that the answer takes as long as for a known
  // one.
  private static final String NOBODY =
      "pbkdf2-sha256$600000$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  private final Table table;
  private final InstantSource clock;

  public Accounts(Table table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  /** Whether the first user exists. */
  public boolean ownerExists() {
    return table.get("owner", "owner").isPresent();
  }

  /** The first user. */
  public Optional<User> owner() {
    return table.get("owner", "owner").map(User::from);
  }

  /**
   * Makes the first user.
   *
   * @return the owner, empty when there is one already
   * @throws IllegalArgumentException when the address or the password will not do; the message says
   *     why
   */
  public Optional<User> createOwner(String email, String name, String password) {
    requireFit(password);
    User user = new User(UUID.randomUUID().toString(), email, name, clock.instant());
    Item account =
        user.item("email#" + user.email(), "user")
            .with("password", Passwords.hash(password, new SecureRandom()));
    try {
      table.transact(
          List.of(
              new Write.Put(user.item("owner", "owner"), Condition.absent()),
              new Write.Put(account, Condition.absent())));
      return Optional.of(user);
    } catch (LostConditionException taken) {
      return Optional.empty();
    }
  }

  /** The user with that address and password. */
  public Optional<User> signIn(String email, String password) {
    Optional<Item> account = table.get("email#" + email.strip().toLowerCase(Locale.ROOT), "user");
    String stored = account.map(item -> item.text("password")).orElse(NOBODY);
    boolean matches = password.length() <= LONGEST_PASSWORD && Passwords.matches(password, stored);
    return account.filter(_ -> matches).map(User::from);
  }

  /** Opens a session and answers its secret, which the browser keeps in a cookie. */
  public String openSession(User user) {
    String secret = Secrets.session();
    table.put(
        user.item(sessionPartition(secret), "session")
            .expiring(clock.instant().plus(SESSION_LENGTH)),
        Condition.absent());
    return secret;
  }

  /** The user of an open session. */
  public Optional<User> session(String secret) {
    return table
        .get(sessionPartition(secret), "session")
        .filter(item -> item.number(Item.EXPIRES_AT) > clock.instant().getEpochSecond())
        .map(User::from);
  }

  /** Ends a session at once. */
  public void closeSession(String secret) {
    table.delete(new Item.Key(sessionPartition(secret), "session"));
  }

  /**
   * Gives a user another password; answers whether there is a user of that address. Open sessions
   * stay open.
   *
   * @throws IllegalArgumentException when the password will not do
   */
  public boolean resetPassword(String email, String password) {
    requireFit(password);
    Optional<Item> account = table.get("email#" + email.strip().toLowerCase(Locale.ROOT), "user");
    account.ifPresent(
        item ->
            table.put(
                item.with("password", Passwords.hash(password, new SecureRandom())),
                Condition.present()));
    return account.isPresent();
  }

  private static void requireFit(String password) {
    if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
      throw new IllegalArgumentException(
          "password has "
              + password.length()
              + " characters: choose one of "
              + SHORTEST_PASSWORD
              + " to "
              + LONGEST_PASSWORD);
    }
  }

  private static String sessionPartition(String secret) {
    return "session#" + Secrets.hash(secret);
  }
}
