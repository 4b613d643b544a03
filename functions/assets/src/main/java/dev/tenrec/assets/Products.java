package dev.tenrec.assets;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The products that this installation has beyond events, as the environment variable {@code
 * PRODUCTS} lists them, separated by commas. A name that means nothing to browsers is ignored.
 *
 * @param names such as {@code flags}, {@code replay}, {@code surveys}
 */
record Products(Set<String> names) {
  Products {
    names = Set.copyOf(names);
  }

  static Products parse(String list) {
    return new Products(
        Arrays.stream(list.split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet()));
  }

  boolean has(String name) {
    return names.contains(name);
  }
}
