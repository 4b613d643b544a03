package dev.tenrec.remoteconfig;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The products that this installation has beyond events, as the environment variable {@code
 * PRODUCTS} lists them, separated by commas. A name that means nothing to browsers is ignored.
 *
 * @param names such as {@code flags}, {@code replay}, {@code surveys}
 */
public record Products(Set<String> names) {
  public Products {
    names = Set.copyOf(names);
  }

  /** Reads a list separated by commas. */
  public static Products parse(String list) {
    return new Products(
        Arrays.stream(list.split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet()));
  }

  /** Whether the product is there. */
  public boolean has(String name) {
    return names.contains(name);
  }
}
