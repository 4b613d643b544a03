package dev.tenrec.demo.shop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What a visitor does in the shop: looks around, reads, buys or does not. */
final class Shopping {
  private static final String[] PAYMENTS = {"card", "paypal", "invoice"};

  private final Session session;
  private final Chance chance;
  private final Account account;
  private double eagerness;
  private final boolean phone;
  private boolean hasAccount;

  /**
   * @param hasAccount whether the visitor has signed up before, on any device
   * @param eagerness how ready to buy, about 1
   */
  Shopping(Session session, Account account, boolean hasAccount, double eagerness) {
    this.session = session;
    this.chance = session.chance();
    this.account = account;
    this.hasAccount = hasAccount;
    this.eagerness = eagerness;
    this.phone = !session.browser().device().isDesktop();
  }

  boolean hasAccount() {
    return hasAccount;
  }

  void run() {
    session.open(landing());
    if (session.finds("free-shipping-banner", "banner")) {
      eagerness *= 1.15;
    } else if (session.finds("free-shipping-banner", "countdown")) {
      eagerness *= 1.3;
    }
    Device device = session.browser().device();
    if (device.browser().contains("Safari") && chance.happens(0.006)) {
      session.fails(BrowserBugs.STORAGE);
    }
    if (device.os().equals("Windows") && chance.happens(0.008)) {
      session.fails(BrowserBugs.RESIZE);
    }
    if (hasAccount && session.browser().user().isEmpty() && chance.happens(0.45)) {
      signIn();
    }
    if (chance.happens(0.3 / eagerness)) {
      session.leave();
    } else if (chance.happens(0.42 * Math.min(eagerness, 1.6))) {
      shop();
    } else {
      browse();
    }
  }

  private Page landing() {
    double roll = chance.between(0, 99);
    if (roll < 52) {
      return Page.HOME;
    }
    return roll < 66
        ? Page.PRODUCTS
        : roll < 84 ? Page.of(chance.pick(Product.ALL)) : Page.story(chance.between(0, 2));
  }

  private void browse() {
    for (int pages = chance.between(1, 4); pages > 0; pages--) {
      if (chance.happens(0.35)) {
        session.open(Page.story(chance.between(0, 2)));
        if (chance.happens(0.012)) {
          session.fails(BrowserBugs.CHUNK);
        }
      } else if (chance.happens(0.5)) {
        session.click("a", "nav", "Teas and ware");
        session.open(Page.PRODUCTS);
      } else {
        view(chance.pick(Product.ALL));
      }
    }
    if (!hasAccount && chance.happens(0.03)) {
      signUp();
    }
    session.leave();
  }

  private void shop() {
    session.click("a", "nav", "Teas and ware");
    session.open(Page.PRODUCTS);
    List<Line> cart = new ArrayList<>();
    for (int products = chance.between(1, 3); products > 0; products--) {
      Product product = chance.pick(Product.ALL);
      view(product);
      if (chance.happens(0.26 * eagerness)) {
        add(product, cart);
      }
    }
    if (!cart.isEmpty()) {
      session.click("a", "cart", "Cart");
      session.open(Page.CART);
      if (session.browser().user().isPresent()) {
        eagerness *= session.finds("newsletter-offer", "true") ? 1.25 : 1;
      }
      if (chance.happens((phone ? 0.38 : 0.5) * Math.min(1.3, eagerness))) {
        checkOut(cart);
      }
    }
    session.leave();
  }

  private void view(Product product) {
    session.open(Page.of(product));
    session.event("product viewed", properties -> describe(properties, product));
    if (chance.happens(0.004)) {
      session.fails(ServerBugs.RECOMMENDATIONS);
    }
    if (Rhythm.isBrokenRelease(session.now()) && chance.happens(0.15)) {
      session.fails(BrowserBugs.CURRENCY);
    }
  }

  private void add(Product product, List<Line> cart) {
    session.click("button", "primary", "Add to cart");
    if (chance.happens(0.02)) {
      session.fails(BrowserBugs.CART);
      return;
    }
    int quantity = chance.happens(0.75) ? 1 : chance.between(2, 4);
    session.event(
        "product added",
        properties -> {
          describe(properties, product);
          properties.put("quantity", quantity);
        });
    cart.add(new Line(product, quantity));
  }

  private void checkOut(List<Line> cart) {
    session.click("button", "primary", "Check out");
    session.open(Page.CHECKOUT);
    session.event(
        "checkout started",
        properties -> {
          properties.put("value", total(cart)).put("currency", Product.CURRENCY);
          items(properties, cart);
        });
    if (session.browser().user().isEmpty()) {
      if (hasAccount) {
        signIn();
      } else if (chance.happens(0.6)) {
        signUp();
      }
      session.open(Page.CHECKOUT);
    }
    boolean express = session.finds("express-checkout", "true");
    session.click("button", "primary", "Pay");
    if (chance.happens(0.04)) {
      session.fails(BrowserBugs.PAYMENT);
      session.pause(12);
      if (chance.happens(0.5)) {
        return;
      }
    }
    if (chance.happens((phone ? 0.66 : 0.76) + (express ? 0.1 : 0))) {
      purchase(cart);
    }
  }

  private void purchase(List<Line> cart) {
    String order = "LK-" + session.now().getEpochSecond() + "-" + chance.between(100, 999);
    String payment = PAYMENTS[chance.pick(new double[] {5, 4, 1})];
    session.event(
        "purchase completed",
        properties -> {
          properties
              .put("order_id", order)
              .put("revenue", total(cart))
              .put("currency", Product.CURRENCY)
              .put("payment", payment);
          items(properties, cart);
        });
    if (chance.happens(0.03)) {
      session.fails(ServerBugs.ORDER);
    }
    session.open(Page.THANK_YOU);
    if (!session.inEurope() && chance.happens(0.25)) {
      session.fails(ServerBugs.LABEL);
    }
  }

  private void signUp() {
    session.open(Page.SIGN_UP);
    session.click("button", "primary", "Create account");
    session.identify(account);
    session.event("signed up", properties -> properties.put("newsletter", account.newsletter()));
    hasAccount = true;
  }

  private void signIn() {
    session.open(Page.SIGN_IN);
    session.click("button", "primary", "Sign in");
    if (chance.happens(0.04)) {
      session.fails(ServerBugs.TOKEN);
    }
    session.identify(account);
    session.event("signed in", _ -> {});
  }

  private static void describe(ObjectNode properties, Product product) {
    properties
        .put("product_id", product.id())
        .put("product_name", product.name())
        .put("category", product.category())
        .put("price", product.price())
        .put("currency", Product.CURRENCY);
  }

  private static void items(ObjectNode properties, List<Line> cart) {
    ArrayNode items = properties.putArray("items");
    cart.forEach(
        line ->
            items
                .addObject()
                .put("product_id", line.product().id())
                .put("price", line.product().price())
                .put("quantity", line.quantity()));
  }

  private static double total(List<Line> cart) {
    return cart.stream().mapToInt(line -> line.product().cents() * line.quantity()).sum() / 100.0;
  }

  private record Line(Product product, int quantity) {}
}
