package dev.tenrec.cloud.runtime;

import java.util.Map;

/**
 * The environment variables of a function that runs inside the local cloud's own process. There,
 * the function's classes are loaded with every {@code System.getenv} replaced by the methods of
 * this class, of which each function's class loader has its own.
 */
public final class Environment {
  private static volatile Map<String, String> variables = Map.of();

  private Environment() {}

  /** Stands for {@link System#getenv()}. */
  public static Map<String, String> getenv() {
    return variables;
  }

  /** Stands for {@link System#getenv(String)}. */
  public static String getenv(String name) {
    return variables.get(name);
  }

  static void set(Map<String, String> all) {
    variables = Map.copyOf(all);
  }
}
