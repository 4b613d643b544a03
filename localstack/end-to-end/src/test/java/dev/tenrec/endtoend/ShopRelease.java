package dev.tenrec.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The sample shop's sources, with a coupon field that is broken too, minified as a release. */
final class ShopRelease {
  private static final String COUPON =
      """
      const coupons = { TEA: 10 }
      export function checkCoupon(code) {
        if (!(code in coupons)) {
          throw new RangeError(`There is no coupon ${code}`)
        }
        return coupons[code]
      }
      export function couponField() {
        const button = document.createElement('button')
        button.id = 'coupon'
        button.textContent = 'Apply coupon'
        button.addEventListener('click', () => checkCoupon('NOPE'))
        document.querySelector('main').append(button)
      }
      """;

  private final Path directory;

  private ShopRelease(Path directory) {
    this.directory = directory;
  }

  /**
   * Copies, changes and minifies the shop.
   *
   * @param addition code that comes first in every file, so that all that follows moves and gets
   *     other short names
   */
  static ShopRelease build(Path directory, String addition)
      throws IOException, InterruptedException {
    Path shop = RunningCloud.ROOT.resolve("samples/shop");
    try (Stream<Path> files = Files.walk(shop)) {
      files
          .filter(file -> file.toString().endsWith(".js"))
          .forEach(file -> copy(file, directory.resolve(shop.relativize(file)), addition));
    }
    Files.writeString(directory.resolve("coupon.js"), COUPON);
    Path page = directory.resolve("pages/cart.js");
    Files.writeString(
        page,
        "import { couponField } from '../coupon.js'\n"
            + Files.readString(page)
            + "\ncouponField()\n");
    NodeScript.run("sdk/bundle.mjs", directory);
    return new ShopRelease(directory);
  }

  Path directory() {
    return directory;
  }

  Path bundle() {
    return directory.resolve("dist/cart.js");
  }

  private static void copy(Path from, Path to, String addition) {
    try {
      Files.createDirectories(to.getParent());
      Files.writeString(to, addition + Files.readString(from));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
