package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.ast.Table;
import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Symbol;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import dev.tenrec.query.hogql.print.HogqlPrinter;
import dev.tenrec.query.hogql.suggest.Suggestion;
import dev.tenrec.query.hogql.tables.Source;
import dev.tenrec.query.hogql.tables.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Opens single sources: tables, queries, what WITH defines, rows written out. */
final class SourceResolver {
  private final Resolution resolution;
  private final Scope scope;

  SourceResolver(Resolution resolution, Scope scope) {
    this.resolution = resolution;
    this.scope = scope;
  }

  /** A source and the name it has without an alias. */
  record Opened(String name, Source source) {}

  Opened open(Table.Source source) {
    Opened opened = open(source.table(), source.span());
    String name = source.alias().orElse(opened.name());
    return source.columnAliases().isEmpty()
        ? new Opened(name, opened.source())
        : new Opened(name, renamed(opened.source(), source));
  }

  private Opened open(Table table, Span span) {
    return switch (table) {
      case Table.Named named -> named(named);
      case Table.FromQuery(Span _, Query query) ->
          new Opened("", new QuerySource(resolution.queries().resolve(query, scope.commons())));
      case Table.FromFunction function -> function(function);
      case Table.FromValues values -> new Opened("", values(values));
      case Table.FromPlaceholder placeholder ->
          throw new HogqlException(
              Code.UNRESOLVED_PLACEHOLDER,
              "The placeholder {%s} has no value: give it one, or name a table"
                  .formatted(HogqlPrinter.print(placeholder.expression())),
              placeholder.span());
      case Table.FromTag tag ->
          throw new HogqlException(
              Code.NOT_SUPPORTED, "Tags cannot be tables: name one", tag.span());
      case Table.Nested _ ->
          throw new HogqlException(Code.NOT_SUPPORTED, "Joins in parentheses take no alias", span);
    };
  }

  private Opened named(Table.Named table) {
    String name = String.join(".", table.path());
    String last = table.path().getLast();
    if (table.path().size() == 1) {
      Optional<Commons.Definition> common = scope.commons().find(name);
      if (common.isPresent() && !(common.get() instanceof Commons.Definition.OfValue)) {
        return new Opened(last, new QuerySource(common(common.get(), table.span())));
      }
    }
    return Tables.open(name, resolution.context(), resolution.symbols())
        .map(source -> new Opened(last, source))
        .orElseThrow(() -> unknown(name, table.span()));
  }

  private HogqlException unknown(String name, Span span) {
    Set<String> known = new TreeSet<>(Tables.names());
    known.addAll(scope.commons().names());
    String question = Suggestion.question(name, known);
    return new HogqlException(
        Code.UNKNOWN_TABLE,
        "Unknown table '%s'.%s"
            .formatted(
                name, question.isEmpty() ? " There are " + String.join(", ", known) : question),
        span);
  }

  private Resolved common(Commons.Definition definition, Span span) {
    return switch (definition) {
      case Commons.Definition.OfTable(var table, Commons visible, boolean recursive) ->
          recursive
              ? new RecursionResolver(resolution).resolve(table, visible)
              : renamed(
                  resolution.queries().resolve(table.query(), visible), table.columns(), span);
      case Commons.Definition.OfRecursion(String shared, List<Resolved.Column> columns) -> {
        List<Resolved.Column> own =
            columns.stream()
                .map(
                    column ->
                        new Resolved.Column(
                            column.name(),
                            column.shortName(),
                            resolution.symbols().make(column.name(), column.symbol().type(), true)))
                .toList();
        yield new Resolved(
            new Relation.SharedScan(shared, own.stream().map(Resolved.Column::symbol).toList()),
            own);
      }
      case Commons.Definition.OfValue _ ->
          throw new HogqlException(Code.UNKNOWN_TABLE, "A value is no table", span);
    };
  }

  /** The query with other names for its columns. */
  static Resolved renamed(Resolved query, List<String> names, Span span) {
    if (names.isEmpty()) {
      return query;
    }
    if (names.size() != query.columns().size()) {
      throw new HogqlException(
          Code.INVALID_QUERY,
          "%d names are given for %d columns".formatted(names.size(), query.columns().size()),
          span);
    }
    List<Resolved.Column> columns = new ArrayList<>();
    for (int index = 0; index < names.size(); index++) {
      columns.add(
          new Resolved.Column(
              names.get(index), names.get(index), query.columns().get(index).symbol()));
    }
    return new Resolved(query.relation(), columns);
  }

  private Source renamed(Source source, Table.Source written) {
    if (!(source instanceof QuerySource query)) {
      throw new HogqlException(
          Code.NOT_SUPPORTED,
          "Names for columns can only follow a subquery or VALUES",
          written.span());
    }
    return new QuerySource(renamed(query.query(), written.columnAliases(), written.span()));
  }

  private Opened function(Table.FromFunction function) {
    if (!function.name().equals("numbers")
        || function.arguments().isEmpty()
        || function.arguments().size() > 2) {
      throw new HogqlException(
          Code.UNKNOWN_TABLE,
          "Unknown table function '%s': there is numbers(count) and numbers(start, count)"
              .formatted(function.name()),
          function.span());
    }
    ExpressionResolver alone = new ExpressionResolver(resolution, new Scope(scope.commons()));
    List<Value> arguments = new ArrayList<>();
    for (Expression argument : function.arguments()) {
      arguments.add(
          resolution.coercion().to(alone.resolve(argument), Scalar.INTEGER, argument.span()));
    }
    Symbol number = resolution.symbols().make("number", Scalar.INTEGER, false);
    Value start = arguments.size() == 2 ? arguments.getFirst() : new Value.Whole(0);
    return new Opened(
        "numbers",
        new QuerySource(
            new Resolved(
                new Relation.Numbers(number, start, arguments.getLast()),
                List.of(new Resolved.Column("number", "number", number)))));
  }

  private Source values(Table.FromValues table) {
    ExpressionResolver alone = new ExpressionResolver(resolution, new Scope(scope.commons()));
    List<List<Value>> rows = table.rows().stream().map(alone::resolveAll).toList();
    int width = rows.getFirst().size();
    List<List<Value>> columns = new ArrayList<>();
    List<Resolved.Column> outputs = new ArrayList<>();
    for (int index = 0; index < width; index++) {
      List<Value> column = new ArrayList<>();
      for (List<Value> row : rows) {
        if (row.size() != width) {
          throw new HogqlException(
              Code.INVALID_QUERY,
              "All rows of VALUES need the same number of values",
              table.span());
        }
        column.add(row.get(index));
      }
      List<Value> common = resolution.coercion().toCommon(column, table.span());
      columns.add(common);
      Type type = common.getFirst().type();
      String name = "col" + index;
      outputs.add(
          new Resolved.Column(
              name,
              name,
              resolution.symbols().make(name, type, common.stream().anyMatch(Value::nullable))));
    }
    List<List<Value>> converted = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      int number = row;
      converted.add(columns.stream().map(column -> column.get(number)).toList());
    }
    return new QuerySource(
        new Resolved(
            new Relation.Rows(outputs.stream().map(Resolved.Column::symbol).toList(), converted),
            outputs));
  }
}
