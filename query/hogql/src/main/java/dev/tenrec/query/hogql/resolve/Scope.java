package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Window;
import dev.tenrec.query.hogql.plan.Symbol;
import dev.tenrec.query.hogql.plan.Value;
import dev.tenrec.query.hogql.tables.OuterSource;
import dev.tenrec.query.hogql.tables.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names that the expressions of one select may use. */
final class Scope {
  private final Commons commons;
  private final List<Named> sources = new ArrayList<>();
  private final Map<String, Value> aliases = new LinkedHashMap<>();
  private final Map<String, Expression> pending = new HashMap<>();
  private final IdentityHashMap<Expression, Value> kept = new IdentityHashMap<>();
  private final Deque<Map<String, Symbol>> lambdas = new ArrayDeque<>();
  private final Map<String, Window.Specification> windows = new HashMap<>();

  Scope(Commons commons) {
    this.commons = commons;
  }

  /** A source and what it is called here. */
  record Named(String name, Source source) {}

  Commons commons() {
    return commons;
  }

  void add(String name, Source source) {
    sources.add(new Named(name, source));
  }

  void remove(String name) {
    sources.removeIf(named -> named.name().equals(name));
  }

  /** From here on rows of the source may be missing. */
  void makeOuter(String name) {
    sources.replaceAll(
        named ->
            named.name().equals(name) ? new Named(name, new OuterSource(named.source())) : named);
  }

  List<Named> sources() {
    return sources;
  }

  Optional<Source> source(String name) {
    return sources.stream()
        .filter(named -> named.name().equals(name))
        .map(Named::source)
        .findFirst();
  }

  void alias(String name, Value value) {
    aliases.put(name, value);
  }

  Optional<Value> alias(String name) {
    return Optional.ofNullable(aliases.get(name));
  }

  /** An alias that stands further down the select list. */
  void promise(String name, Expression expression) {
    pending.putIfAbsent(name, expression);
  }

  /** Takes a promised alias to resolve it. */
  Optional<Expression> takePromise(String name) {
    return Optional.ofNullable(pending.remove(name));
  }

  /** Remembers the value of a promised alias until its column is reached. */
  void keep(Expression expression, Value value) {
    kept.put(expression, value);
  }

  Optional<Value> kept(Expression expression) {
    return Optional.ofNullable(kept.get(expression));
  }

  void enterLambda(Map<String, Symbol> parameters) {
    lambdas.push(parameters);
  }

  void leaveLambda() {
    lambdas.pop();
  }

  Optional<Symbol> parameter(String name) {
    return lambdas.stream()
        .filter(parameters -> parameters.containsKey(name))
        .map(parameters -> parameters.get(name))
        .findFirst();
  }

  void window(String name, Window.Specification window) {
    windows.put(name, window);
  }

  Optional<Window.Specification> window(String name) {
    return Optional.ofNullable(windows.get(name));
  }

  Set<String> windowNames() {
    return windows.keySet();
  }

  /** All names, for suggestions. */
  Set<String> names() {
    Set<String> names = new TreeSet<>(aliases.keySet());
    sources.forEach(named -> names.addAll(named.source().names()));
    names.addAll(pending.keySet());
    return names;
  }
}
