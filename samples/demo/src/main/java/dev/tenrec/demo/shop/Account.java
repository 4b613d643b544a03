package dev.tenrec.demo.shop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Whom a visitor signs up as.
 *
 * @param email also the distinct id
 */
record Account(String email, String name, boolean newsletter) {
  private static final String[] FIRST = {
    "Ana", "Ben", "Clara", "David", "Emma", "Felix", "Greta", "Hugo", "Ines", "Jonas", "Klara",
    "Leo", "Mia", "Noah", "Olga", "Paul", "Rosa", "Samir", "Tessa", "Umut", "Vera", "Wim", "Yuki",
    "Zoé"
  };
  private static final String[] LAST = {
    "Bauer", "Costa", "Dubois", "Evans", "Fischer", "García", "Huber", "Ito", "Jansen", "Kowalski",
    "Lang", "Martin", "Novak", "Okafor", "Peters", "Rossi", "Smith", "Tanaka", "Urban", "Weber"
  };

  static Account of(Chance chance, long number) {
    String first = FIRST[chance.between(0, FIRST.length - 1)];
    String last = LAST[chance.between(0, LAST.length - 1)];
    String plain =
        Normalizer.normalize(first + "." + last, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    return new Account(
        plain + "." + Long.toString(number, 36) + "@mail.example",
        first + " " + last,
        chance.happens(0.6));
  }

  void describe(ObjectNode set) {
    set.put("email", email).put("name", name).put("newsletter", newsletter);
  }
}
