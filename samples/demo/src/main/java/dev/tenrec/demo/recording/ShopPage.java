package dev.tenrec.demo.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.demo.shop.Product;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A page of the shop as a visitor sees it in a window of a given size. */
final class ShopPage {
  private static final int GAP = 20;
  private static final int WIDEST = 1_080;
  private static final Map<String, String> COLORS =
      Map.of(
          "green", "#7fa35a", "black", "#9a4f2c", "oolong", "#b39b4c", "herbal", "#5fa98c",
          "teaware", "#8d5b45");

  private final Canvas canvas = new Canvas();
  private final Window window;
  private final int left;
  private final int width;
  private final Element cartCount;
  private Optional<Element> status = Optional.empty();

  /**
   * @param path which page
   * @param banner what the banner on top says, empty for none
   * @param cart what is in the cart
   */
  ShopPage(String path, Window window, String banner, List<Product> cart) {
    this.window = window;
    this.width = Math.min(WIDEST, window.width() - 2 * GAP);
    this.left = (window.width() - width) / 2;
    int top = 0;
    if (!banner.isEmpty()) {
      canvas.text("div", "banner", new Box(0, 0, window.width(), 40), banner);
      top = 40;
    }
    canvas.target("a", "brand", new Box(left, top + 18, 180, 32), "Leaf & Kettle");
    int right = left + width;
    boolean narrow = window.isNarrow();
    int navigation = narrow ? top + 58 : top + 22;
    canvas.target("a", "link", new Box(right - 300, navigation, 140, 26), "Teas and ware");
    canvas.target("a", "link", new Box(right - 150, navigation, 80, 26), "Account");
    canvas.target("a", "link", new Box(right - 66, navigation, 40, 26), "Cart");
    this.cartCount =
        canvas.text(
            "b",
            "count",
            new Box(right - 26, navigation, 26, 24),
            cart.isEmpty() ? "" : Integer.toString(cart.size()));
    show(path, narrow ? top + 110 : top + 86, cart);
    int end = canvas.bottom() + 40;
    canvas.text("p", "small", new Box(left, end, width, 24), "Leaf & Kettle, teas worth a pause");
  }

  /** What is clicked by its text, if it is on this page. */
  Optional<Element> target(String text) {
    return Optional.ofNullable(canvas.targets().get(text));
  }

  List<Element> fields() {
    return canvas.fields();
  }

  /** The number beside the cart. */
  Element cartCount() {
    return cartCount;
  }

  /** Where the page says what it has done. */
  Optional<Element> status() {
    return status;
  }

  Window window() {
    return window;
  }

  int height() {
    return Math.max(window.height(), canvas.bottom() + 24);
  }

  ObjectNode document(String title, String css) {
    return canvas.document(title, css, height());
  }

  private void show(String path, int top, List<Product> cart) {
    if (path.startsWith("/products/")) {
      product(find(path.substring("/products/".length())), top);
    } else if (path.startsWith("/journal/")) {
      story(path.substring("/journal/".length()).replace('-', ' '), top);
    } else {
      switch (path) {
        case "/products" -> {
          heading("Teas and ware", top);
          cards(Product.all(), top + 80);
        }
        case "/cart" -> cart(cart, top);
        case "/checkout" ->
            form(top, "Checkout", "Pay", List.of("Name", "Email", "Address", "Invoice"));
        case "/sign-up" ->
            form(
                top, "Your account", "Create account", List.of("Name", "Email", "Send me letters"));
        case "/sign-in" -> form(top, "Sign in", "Sign in", List.of("Email", "Password"));
        case "/thank-you" -> {
          heading("Thank you", top);
          paragraph(top + 70, "Your order is on its way. A letter with all of it is in the mail.");
        }
        default -> home(top);
      }
    }
  }

  private void home(int top) {
    heading("Tea that is worth a pause", top + 30);
    paragraph(
        top + 110, "Eight teas and the two things you need to make them, packed the same day.");
    canvas.target("a", "button", new Box(left, top + 190, 180, 46), "Browse the teas");
    if (!window.isNarrow()) {
      int size = 250;
      canvas.picture(new Box(left + width - size, top + 10, size, size), "#8d5b45", true);
    }
    canvas.text("h2", "", new Box(left, top + 300, width, 36), "Liked most");
    cards(Product.all().subList(0, 4), top + 350);
  }

  private void product(Product product, int top) {
    boolean narrow = window.isNarrow();
    int picture = narrow ? width : 420;
    canvas.picture(
        new Box(left, top, picture, picture), color(product), product.category().equals("teaware"));
    int x = narrow ? left : left + picture + 50;
    int y = narrow ? top + picture + 20 : top + 20;
    int room = narrow ? width : width - picture - 50;
    canvas.text("h1", "", new Box(x, y, room, 50), product.name());
    canvas.text("p", "soft", new Box(x, y + 56, room, 28), product.category() + ", 100 g");
    canvas.text("p", "", new Box(x, y + 92, room, 56), "Picked by hand, packed when you order.");
    canvas.text("p", "price", new Box(x, y + 156, room, 40), price(product));
    canvas.target("button", "button", new Box(x, y + 214, 160, 46), "Add to cart");
    status = Optional.of(canvas.text("p", "soft", new Box(x, y + 274, room, 28), ""));
    int below = Math.max(top + picture, y + 310) + 40;
    canvas.text("h2", "", new Box(left, below, width, 36), "Goes well with it");
    cards(Product.all().subList(4, 8), below + 50);
  }

  private void story(String title, int top) {
    heading(title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1), top);
    canvas.picture(new Box(left, top + 80, width, 260), "#5fa98c", false);
    int lines = window.isNarrow() ? 220 : 130;
    for (int part = 0; part < 6; part++) {
      canvas.text(
          "p",
          "story",
          new Box(left, top + 370 + part * (lines + 20), Math.min(width, 720), lines),
          "Water first: fresh, and not too hot. Then wait, which is the part that most of us leave"
              + " out. The leaves open slowly, and what they give in the second minute is not what"
              + " they gave in the first. Pour all of it, to the last drop, and begin again.");
    }
  }

  private void cart(List<Product> cart, int top) {
    heading("Cart", top);
    int y = top + 80;
    for (Product product : cart) {
      canvas.picture(
          new Box(left, y, 72, 72), color(product), product.category().equals("teaware"));
      canvas.text("p", "", new Box(left + 92, y + 22, width - 220, 28), product.name());
      canvas.text("p", "amount", new Box(left + width - 120, y + 22, 120, 28), price(product));
      y += 92;
    }
    int cents = cart.stream().mapToInt(Product::cents).sum();
    canvas.text("p", "amount", new Box(left, y + 10, width, 34), "Total " + price(cents));
    canvas.target("a", "button", new Box(left + width - 180, y + 60, 180, 46), "Check out");
  }

  private void form(int top, String title, String button, List<String> fields) {
    heading(title, top);
    int y = top + 106;
    int room = Math.min(width, 480);
    for (String field : fields) {
      switch (field) {
        case "Invoice" -> canvas.tick(field, "radio", new Box(left, y - 14, 18, 18));
        case "Send me letters" -> canvas.tick(field, "checkbox", new Box(left, y - 14, 18, 18));
        default ->
            canvas.field(
                field, field.equals("Password") ? "password" : "text", new Box(left, y, room, 44));
      }
      y += 84;
    }
    canvas.target("button", "button", new Box(left, y, 180, 46), button);
  }

  private void cards(List<Product> products, int top) {
    int columns = window.isNarrow() ? 2 : 4;
    int room = (width - (columns - 1) * GAP) / columns;
    for (int index = 0; index < products.size(); index++) {
      Product product = products.get(index);
      int x = left + index % columns * (room + GAP);
      int y = top + index / columns * (room + 110);
      canvas.text("div", "card", new Box(x, y, room, room + 90), "");
      canvas.picture(
          new Box(x + 12, y + 12, room - 24, room - 24),
          color(product),
          product.category().equals("teaware"));
      canvas.target("a", "name", new Box(x + 12, y + room, room - 24, 28), product.name());
      canvas.text("span", "soft", new Box(x + 12, y + room + 30, room - 24, 26), price(product));
    }
  }

  private void heading(String text, int top) {
    canvas.text("h1", "", new Box(left, top, width, window.isNarrow() ? 80 : 56), text);
  }

  private void paragraph(int top, String text) {
    canvas.text("p", "soft", new Box(left, top, Math.min(width, 520), 64), text);
  }

  private static Product find(String id) {
    return Product.all().stream()
        .filter(product -> product.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no product \"" + id + "\""));
  }

  private static String color(Product product) {
    return COLORS.get(product.category());
  }

  private static String price(Product product) {
    return price(product.cents());
  }

  private static String price(int cents) {
    return String.format(Locale.ROOT, "€%.2f", cents / 100.0);
  }

  /** How large the visitor's window is. */
  record Window(int width, int height) {
    boolean isNarrow() {
      return width < 700;
    }
  }
}
