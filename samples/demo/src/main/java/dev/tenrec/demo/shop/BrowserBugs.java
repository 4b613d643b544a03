package dev.tenrec.demo.shop;

import static dev.tenrec.demo.shop.Frame.script;

import dev.tenrec.demo.shop.Bug.Hook;
import dev.tenrec.demo.shop.Bug.Thrown;
import java.util.List;

/** What breaks in the shop's pages. */
final class BrowserBugs {
  /** The cart forgets to wait for the catalogue. */
  static final Bug CART =
      page(
          Hook.WINDOW,
          "TypeError",
          "Cannot read properties of undefined (reading 'price')",
          script("app-4f2c81.js", "HTMLButtonElement.<anonymous>", 1, 48_211),
          script("cart-91ad07.js", "addToCart", 1, 3_022),
          script("cart-91ad07.js", "recalculate", 1, 2_417),
          script("cart-91ad07.js", "lineTotal", 1, 2_290));

  /** The payment provider is slow. */
  static final Bug PAYMENT =
      page(
          Hook.CODE,
          "PaymentError",
          "The payment provider did not answer within 10 s",
          script("app-4f2c81.js", "HTMLFormElement.onsubmit", 1, 51_730),
          script("checkout-c3d5e2.js", "async pay", 1, 8_114),
          script("checkout-c3d5e2.js", "async request", 1, 6_902));

  /** Private windows have no storage. */
  static final Bug STORAGE =
      page(
          Hook.WINDOW,
          "QuotaExceededError",
          "The quota has been exceeded.",
          script("app-4f2c81.js", "start", 1, 1_204),
          script("vendor-08be4a.js", "setItem", 1, 77_350));

  /** A page that was opened before a release asks for a script of yesterday. */
  static final Bug CHUNK =
      page(
          Hook.PROMISE,
          "ChunkLoadError",
          "Loading chunk journal failed. (https://" + Page.HOST + "/assets/journal-77b0d1.js)",
          script("app-4f2c81.js", "openStory", 1, 60_418),
          script("vendor-08be4a.js", "loadChunk", 1, 1_877));

  /** A release calls the euro by its name. */
  static final Bug CURRENCY =
      page(
          Hook.WINDOW,
          "RangeError",
          "Invalid currency code : euro",
          script("app-4f2c81.js", "showProduct", 1, 33_960),
          script("price-5d20fa.js", "formatPrice", 1, 412));

  /** Noise that every shop has. */
  static final Bug RESIZE =
      new Bug(
          Sdk.WEB,
          Hook.WINDOW,
          false,
          List.of(
              new Thrown(
                  "Error",
                  "ResizeObserver loop completed with undelivered notifications.",
                  List.of())));

  private BrowserBugs() {}

  private static Bug page(Hook hook, String type, String message, Frame... frames) {
    return new Bug(
        Sdk.WEB, hook, hook == Hook.CODE, List.of(new Thrown(type, message, List.of(frames))));
  }
}
