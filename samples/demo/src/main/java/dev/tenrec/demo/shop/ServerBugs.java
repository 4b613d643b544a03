package dev.tenrec.demo.shop;

import static dev.tenrec.demo.shop.Frame.java;
import static dev.tenrec.demo.shop.Frame.node;
import static dev.tenrec.demo.shop.Frame.python;

import dev.tenrec.demo.shop.Bug.Hook;
import dev.tenrec.demo.shop.Bug.Thrown;
import java.util.List;

/** What breaks in the services behind the shop. */
final class ServerBugs {
  /** The database is not reached in time. */
  static final Bug ORDER =
      new Bug(
          Sdk.NODE,
          Hook.MIDDLEWARE,
          false,
          List.of(
              new Thrown(
                  "OrderNotStoredError",
                  "The order was not stored",
                  List.of(
                      node("/srv/shop/node_modules/express/lib/router/layer.js", "handle", 95, 5),
                      node(
                          "/srv/shop/src/routes/orders.js",
                          "postOrder",
                          41,
                          23,
                          "  const order = readOrder(request)",
                          "  order.total = sum(order.lines)",
                          "  const stored = await orders.save(order)",
                          "  await mail.confirm(stored)",
                          "  response.status(201).json(stored)"),
                      node(
                          "/srv/shop/src/orders.js",
                          "save",
                          18,
                          11,
                          "    return await pool.query(INSERT, values(order))",
                          "  } catch (cause) {",
                          "    throw new OrderNotStoredError('The order was not stored', { cause"
                              + " })",
                          "  }",
                          "}"))),
              new Thrown(
                  "Error",
                  "connect ETIMEDOUT 10.2.0.14:5432",
                  List.of(
                      node("node:net", "TCPConnectWrap.afterConnect", 1_637, 16),
                      node("/srv/shop/node_modules/pg-pool/index.js", "connect", 45, 11)))));

  /** A session has ended and nobody looks. */
  static final Bug TOKEN =
      new Bug(
          Sdk.NODE,
          Hook.MIDDLEWARE,
          true,
          List.of(
              new Thrown(
                  "TokenExpiredError",
                  "jwt expired",
                  List.of(
                      node(
                          "/srv/shop/src/routes/account.js",
                          "signIn",
                          27,
                          18,
                          "  const cookie = request.cookies.remembered",
                          "  if (cookie) {",
                          "    const claims = jwt.verify(cookie, keys.current)",
                          "    return welcomeBack(claims.sub)",
                          "  }"),
                      node("/srv/shop/node_modules/jsonwebtoken/verify.js", "verify", 152, 21)))));

  /** A product without a category. */
  static final Bug RECOMMENDATIONS =
      new Bug(
          Sdk.PYTHON,
          Hook.CODE,
          true,
          List.of(
              new Thrown(
                  "KeyError",
                  "'category'",
                  List.of(
                      python(
                          "/app/.venv/site-packages/fastapi/routing.py",
                          "fastapi.routing",
                          "run_endpoint_function",
                          214),
                      python(
                          "/app/recommend/api.py",
                          "recommend.api",
                          "goes_well_with",
                          33,
                          "def goes_well_with(product_id: str, limit: int = 4):",
                          "    product = catalogue.get(product_id)",
                          "    return rank(product, catalogue.all())[:limit]",
                          "",
                          ""),
                      python(
                          "/app/recommend/rank.py",
                          "recommend.rank",
                          "rank",
                          12,
                          "def rank(product, others):",
                          "    liked = Counter()",
                          "    same = [o for o in others if o['category'] == product['category']]",
                          "    for other in same:",
                          "        liked[other['id']] += 1")))));

  /** The warehouse knows no label for some countries. */
  static final Bug LABEL =
      new Bug(
          Sdk.JAVA,
          Hook.CODE,
          true,
          List.of(
              new Thrown(
                  "example.warehouse.LabelException",
                  "The label was not printed",
                  List.of(
                      java("Parcels.java", "example.warehouse.Parcels", "send", 71),
                      java("LabelPrinter.java", "example.warehouse.LabelPrinter", "print", 38))),
              new Thrown(
                  "java.lang.IllegalStateException",
                  "There is no customs form for this country",
                  List.of(
                      java("LabelPrinter.java", "example.warehouse.LabelPrinter", "print", 36),
                      java("CustomsForms.java", "example.warehouse.CustomsForms", "forCountry", 22),
                      java("Optional.java", "java.util.Optional", "orElseThrow", 403)))));

  private ServerBugs() {}
}
