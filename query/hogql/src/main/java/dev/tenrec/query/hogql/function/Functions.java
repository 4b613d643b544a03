package dev.tenrec.query.hogql.function;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.suggest.Suggestion;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All functions by name. Names are found as written, and else in any case. */
public final class Functions {
  private static final Functions ALL = new Functions();

  private final Map<String, ScalarFunction> scalars = new TreeMap<>();
  private final Map<String, String> byLowerCase = new TreeMap<>();

  private Functions() {
    FunctionTable table = new FunctionTable(scalars);
    TextFunctions.define(table);
    NumberFunctions.define(table);
    LogicFunctions.define(table);
    ConversionFunctions.define(table);
    DateFunctions.define(table);
    ArrayFunctions.define(table);
    JsonFunctions.define(table);
    UrlFunctions.define(table);
    scalars.keySet().forEach(name -> byLowerCase.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
  }

  /** The registry. */
  public static Functions all() {
    return ALL;
  }

  /** The function of one row of that name. */
  public Optional<ScalarFunction> scalar(String name) {
    return Optional.ofNullable(scalars.get(name))
        .or(
            () ->
                Optional.ofNullable(byLowerCase.get(name.toLowerCase(Locale.ROOT)))
                    .map(scalars::get));
  }

  /** The names of all functions. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>(scalars.keySet());
    names.addAll(Aggregates.names());
    return names;
  }

  /** The error for a function that does not exist. */
  public HogqlException unknown(String name, Span span) {
    return new HogqlException(
        Code.UNKNOWN_FUNCTION,
        "Unknown function '" + name + "'." + Suggestion.question(name, names()),
        span);
  }
}
