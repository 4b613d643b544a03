package dev.tenrec.stores.access;

import static java.util.Objects.requireNonNull;

import dev.tenrec.stores.table.Item;
import java.time.Instant;
import java.util.Locale;

/**
 * A person who may sign in.
 *
 * @param id a UUID
 * @param email lower case, what they sign in with
 * @param name what they are called
 * @param createdAt when the account was made
 */
public record User(String id, String email, String name, Instant createdAt) {
  public User {
    requireNonNull(id, "id is null");
    requireNonNull(name, "name is null");
    requireNonNull(createdAt, "createdAt is null");
    email = email.strip().toLowerCase(Locale.ROOT);
    if (!email.matches("[^@\\s]+@[^@\\s]+") || email.length() > 254) {
      throw new IllegalArgumentException(
          "email is \"" + email + "\": give an address such as ada@example.com");
    }
  }

  Item item(String partition, String sort) {
    return Item.at(partition, sort)
        .with("user_id", id)
        .with("email", email)
        .with("user_name", name)
        .with("user_created_at", createdAt);
  }

  static User from(Item item) {
    return new User(
        item.text("user_id"),
        item.text("email"),
        item.text("user_name"),
        item.instant("user_created_at"));
  }
}
