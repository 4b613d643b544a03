package dev.tenrec.demo.shop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Something that is broken in the shop.
 *
 * @param handled whether the shop caught it
 * @param frames where it happened, the outermost caller first
 */
record Bug(String type, String message, boolean handled, List<Frame> frames) {
  private static final String ASSETS = "https://" + Page.HOST + "/assets/";

  /** The cart forgets to wait for the catalogue. */
  static final Bug CART =
      new Bug(
          "TypeError",
          "Cannot read properties of undefined (reading 'price')",
          false,
          List.of(
              new Frame("app-4f2c81.js", "HTMLButtonElement.<anonymous>", 1, 48_211),
              new Frame("cart-91ad07.js", "addToCart", 1, 3_022),
              new Frame("cart-91ad07.js", "recalculate", 1, 2_417),
              new Frame("cart-91ad07.js", "lineTotal", 1, 2_290)));

  /** The payment provider is slow. */
  static final Bug PAYMENT =
      new Bug(
          "PaymentError",
          "The payment provider did not answer within 10 s",
          true,
          List.of(
              new Frame("app-4f2c81.js", "HTMLFormElement.onsubmit", 1, 51_730),
              new Frame("checkout-c3d5e2.js", "async pay", 1, 8_114),
              new Frame("checkout-c3d5e2.js", "async request", 1, 6_902)));

  /** Private windows have no storage. */
  static final Bug STORAGE =
      new Bug(
          "QuotaExceededError",
          "The quota has been exceeded.",
          false,
          List.of(
              new Frame("app-4f2c81.js", "start", 1, 1_204),
              new Frame("vendor-08be4a.js", "setItem", 1, 77_350)));

  void describe(ObjectNode properties) {
    properties.put("$exception_level", "error");
    ObjectNode exception = properties.putArray("$exception_list").addObject();
    exception.put("type", type).put("value", message);
    exception
        .putObject("mechanism")
        .put("type", handled ? "generic" : "onuncaughtexception")
        .put("handled", handled)
        .put("synthetic", false);
    ArrayNode list = exception.putObject("stacktrace").put("type", "raw").putArray("frames");
    frames.forEach(frame -> list.add(frame.json()));
  }

  /** A place in a script. */
  record Frame(String file, String function, int line, int column) {
    ObjectNode json() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("platform", "web:javascript")
          .put("filename", ASSETS + file)
          .put("function", function)
          .put("lineno", line)
          .put("colno", column)
          .put("in_app", true);
    }
  }
}
