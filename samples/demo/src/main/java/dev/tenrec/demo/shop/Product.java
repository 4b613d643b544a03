package dev.tenrec.demo.shop;

import dev.tenrec.demo.shop.Chance.Weighted;
import java.util.List;

/**
 * Something the shop sells.
 *
 * @param id its name in addresses
 * @param cents its price in euro cents
 */
public record Product(String id, String name, String category, int cents) {
  static final String CURRENCY = "EUR";

  /** What there is, and how popular it is. */
  static final List<Weighted<Product>> ALL =
      List.of(
          choice(9, "sencha", "Sencha Asanoka", "green", 950),
          choice(4, "gyokuro", "Gyokuro Hikari", "green", 2_400),
          choice(10, "darjeeling", "Darjeeling First Flush", "black", 1_450),
          choice(8, "assam", "Assam Mangalam", "black", 800),
          choice(6, "oolong", "Tie Guan Yin", "oolong", 1_600),
          choice(5, "rooibos", "Rooibos Cederberg", "herbal", 650),
          choice(7, "mint", "Nana Mint", "herbal", 550),
          choice(9, "chai", "Kitchen Chai", "black", 900),
          choice(3, "kyusu", "Kyusu teapot", "teaware", 4_800),
          choice(4, "whisk", "Bamboo whisk", "teaware", 1_900));

  /** Everything there is. */
  public static List<Product> all() {
    return ALL.stream().map(Weighted::value).toList();
  }

  /** Its price in euros. */
  public double price() {
    return cents / 100.0;
  }

  private static Weighted<Product> choice(
      double weight, String id, String name, String category, int cents) {
    return new Weighted<>(weight, new Product(id, name, category, cents));
  }
}
