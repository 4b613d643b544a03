package dev.tenrec.flags;

/**
 * One of a flag's answers.
 *
 * @param key what the flag evaluates to
 * @param percentage its share, 0 to 100
 */
record Variant(String key, double percentage) {
  Variant {
    if (key.isEmpty()) {
      throw new FlagException(
          "filters__multivariate__variants", "A variant has no key: give it one.");
    }
    if (!(percentage >= 0 && percentage <= 100)) {
      throw new FlagException(
          "filters__multivariate__variants",
          "Variant " + key + " has " + percentage + " percent: write 0 to 100.");
    }
  }
}
