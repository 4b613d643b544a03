package dev.tenrec.demo.shop;

/**
 * A page of the shop.
 *
 * @param path its path
 * @param title its title
 * @param seconds how long people stay, about
 */
record Page(String path, String title, double seconds) {
  static final String HOST = "leafandkettle.example";
  private static final String SHOP = " · Leaf & Kettle";

  static final Page HOME = new Page("/", "Leaf & Kettle", 12);
  static final Page PRODUCTS = new Page("/products", "Teas and ware" + SHOP, 20);
  static final Page CART = new Page("/cart", "Cart" + SHOP, 18);
  static final Page CHECKOUT = new Page("/checkout", "Checkout" + SHOP, 70);
  static final Page THANK_YOU = new Page("/thank-you", "Thank you" + SHOP, 9);
  static final Page SIGN_UP = new Page("/sign-up", "Your account" + SHOP, 35);
  static final Page SIGN_IN = new Page("/sign-in", "Sign in" + SHOP, 14);

  static Page of(Product product) {
    return new Page("/products/" + product.id(), product.name() + SHOP, 38);
  }

  static Page story(int number) {
    return switch (number) {
      case 0 -> new Page("/journal/brewing-gyokuro", "How to brew gyokuro" + SHOP, 95);
      case 1 -> new Page("/journal/first-flush", "What first flush means" + SHOP, 80);
      default -> new Page("/journal/kitchen-chai", "Chai from scratch" + SHOP, 110);
    };
  }
}
