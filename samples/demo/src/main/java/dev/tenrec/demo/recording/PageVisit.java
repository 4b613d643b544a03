package dev.tenrec.demo.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.demo.shop.Chance;
import dev.tenrec.demo.shop.DemoEvent;
import dev.tenrec.demo.shop.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One page of a visit, from its page view to the last event on it. */
final class PageVisit {
  private static final int LOADING = 400;
  private static final String APP = "https://leafandkettle.example/assets/app-4f2c81.js:1:48211";

  private final List<DemoEvent> events;
  private final ObjectNode first;
  private final ShopPage page;
  private final Chance chance;
  private final Tape tape = new Tape();
  private final Hand hand;
  private final List<Product> cart;
  private final List<Element> open;
  private long now;

  /**
   * @param cart what is in the cart, to which this page may add
   */
  PageVisit(List<DemoEvent> events, List<Product> cart, Chance chance) {
    this.events = events;
    this.first = events.getFirst().properties();
    this.chance = chance;
    this.cart = cart;
    this.page =
        new ShopPage(
            first.path("$pathname").asText(),
            new ShopPage.Window(
                first.path("$viewport_width").asInt(), first.path("$viewport_height").asInt()),
            banner(first.path("$feature/free-shipping-banner").asText()),
            cart);
    this.hand =
        new Hand(tape, page, chance, !first.path("$device_type").asText().equals("Desktop"));
    this.open = new ArrayList<>(page.fields());
    this.now = millis(events.getFirst()) + LOADING;
  }

  /** What the recorder wrote, drawn with these styles. */
  List<ObjectNode> record(String css) {
    load(css);
    for (DemoEvent event : events.subList(1, events.size())) {
      long at = millis(event);
      switch (event.name()) {
        case "$autocapture" -> press(event.properties().path("$el_text").asText(), at);
        case "product added" -> added(event.properties().path("product_id").asText(), at);
        case "purchase completed" -> request(at + 40, "POST", "/api/orders", 201);
        case "signed up" -> request(at + 20, "POST", "/api/accounts", 201);
        case "$exception" -> failed(event.properties(), at);
        default -> {
          // Events that nobody sees on the page.
        }
      }
    }
    idle(millis(events.getLast()));
    return tape.events();
  }

  private void load(String css) {
    long at = millis(events.getFirst());
    String url = first.path("$current_url").asText();
    tape.meta(at + 20, url, page.window().width(), page.window().height());
    tape.fullSnapshot(at + 60, page.document(first.path("title").asText(), css));
    tape.custom(at + 70, "$pageview", JsonNodeFactory.instance.objectNode().put("href", url));
    int took = chance.between(90, 380);
    request(at + 80, "GET", first.path("$pathname").asText(), 200);
    tape.console(at + 110, "log", "[shop] page shown after " + took + " ms", APP);
    if (took > 330) {
      tape.console(at + 115, "warn", "[shop] the page was slow: " + took + " ms", APP);
    }
  }

  private void press(String text, long at) {
    Optional<Element> target = page.target(text);
    if (target.isEmpty() || at - now < Hand.timeToPress()) {
      target.ifPresent(there -> hand.press(there, at));
      now = at;
      return;
    }
    idle(at - Hand.timeToPress());
    hand.press(target.get(), at);
    now = at;
  }

  private void idle(long until) {
    while (!open.isEmpty() && until - now > 7_500) {
      now = hand.fill(open.removeFirst(), now + chance.between(200, 900));
    }
    hand.lookAround(now, until);
    now = Math.max(now, until);
  }

  private void added(String id, long at) {
    Product.all().stream()
        .filter(product -> product.id().equals(id))
        .findFirst()
        .ifPresent(cart::add);
    tape.changed(at + 60, page.cartCount().id(), Integer.toString(cart.size()));
    page.status().ifPresent(status -> tape.changed(at + 70, status.id(), "It is in your cart."));
    request(at + 50, "POST", "/api/cart", 200);
  }

  private void failed(JsonNode exception, long at) {
    JsonNode thrown = exception.path("$exception_list").path(0);
    String message = thrown.path("type").asText() + ": " + thrown.path("value").asText();
    boolean inPage = exception.path("$lib").asText().equals("web");
    if (inPage) {
      boolean handled = thrown.path("mechanism").path("handled").asBoolean();
      tape.console(at, "error", (handled ? "" : "Uncaught ") + message, APP);
    } else {
      request(at, "POST", "/api/" + exception.path("$lib").asText().replace("posthog-", ""), 500);
      tape.console(
          at + 5, "error", "The server responded with a status of 500 (" + message + ")", APP);
    }
  }

  private void request(long at, String method, String path, int status) {
    tape.network(
        at, method, "https://leafandkettle.example" + path, status, chance.between(40, 420));
  }

  private static String banner(String variant) {
    return switch (variant) {
      case "banner" -> "Free shipping today, on every order";
      case "countdown" -> "Free shipping for two more hours, on every order";
      default -> "";
    };
  }

  private static long millis(DemoEvent event) {
    return event.timestamp().toEpochMilli();
  }
}
