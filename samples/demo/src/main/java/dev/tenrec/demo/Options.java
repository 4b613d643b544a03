package dev.tenrec.demo;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the command line says.
 *
 * @param host where the capture API is
 * @param token the project's public token
 */
record Options(URI host, String token, int days, int visitors, long seed) {
  static final String USAGE =
      """
      Fills a project with a shop: 30 days of believable traffic, with errors, and recordings of
      the last days, sent as SDKs send them.

        --host URL        where Tenrec is, such as http://localhost:8080
        --token TOKEN     the project's token, phc_...
        --days N          how many days back, 1 to 365 (30)
        --visitors N      about how many visitors in that time (3000)
        --seed N          another number is another crowd (1)

      With a personal API key in the environment variable TENREC_KEY it makes feature flags, cohorts,
      insights and a workflow first. Sent twice, the same events are stored once.
      """;

  private static final List<String> KNOWN =
      List.of("--host", "--token", "--days", "--visitors", "--seed");

  static Options parse(String... arguments) {
    Map<String, String> given = new HashMap<>();
    for (int index = 0; index < arguments.length; index += 2) {
      String name = arguments[index];
      if (!KNOWN.contains(name)) {
        throw new IllegalArgumentException("There is no option " + name);
      }
      if (index + 1 == arguments.length) {
        throw new IllegalArgumentException(name + " needs a value");
      }
      given.put(name, arguments[index + 1]);
    }
    return new Options(
        host(required(given, "--host")),
        required(given, "--token"),
        (int) number(given, "--days", 30, 1, 365),
        (int) number(given, "--visitors", 3_000, 1, 1_000_000),
        number(given, "--seed", 1, Long.MIN_VALUE, Long.MAX_VALUE));
  }

  private static String required(Map<String, String> given, String name) {
    String value = given.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  private static URI host(String text) {
    if (!text.matches("https?://[^/\\s]+/?")) {
      throw new IllegalArgumentException(
          "--host is " + text + ": it must be like http://localhost:8080");
    }
    return URI.create(text);
  }

  private static long number(
      Map<String, String> given, String name, long standard, long low, long high) {
    String text = given.getOrDefault(name, Long.toString(standard));
    try {
      long number = Long.parseLong(text);
      if (number >= low && number <= high) {
        return number;
      }
    } catch (NumberFormatException none) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "%s is %s: it must be a whole number from %d to %d".formatted(name, text, low, high));
  }
}
