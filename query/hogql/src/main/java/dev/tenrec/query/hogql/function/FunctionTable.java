package dev.tenrec.query.hogql.function;

import java.util.Map;

/** Collects the definitions of functions; a name can be defined once. */
final class FunctionTable {
  private final Map<String, ScalarFunction> functions;

  FunctionTable(Map<String, ScalarFunction> functions) {
    this.functions = functions;
  }

  /** Primitives, one signature a line. */
  void primitives(String signatures) {
    signatures
        .lines()
        .filter(line -> !line.isBlank())
        .map(Signature::of)
        .forEach(signature -> function(signature.name(), signature));
  }

  /** A function put together from primitives. */
  void function(String name, ScalarFunction function) {
    if (functions.putIfAbsent(name, function) != null) {
      throw new IllegalArgumentException("The function " + name + " is defined twice");
    }
  }

  /** Further names of a function. */
  void aliases(String name, String... aliases) {
    for (String alias : aliases) {
      function(alias, functions.get(name));
    }
  }
}
