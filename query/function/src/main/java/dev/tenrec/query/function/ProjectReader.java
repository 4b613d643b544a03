package dev.tenrec.query.function;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.tenrec.lake.PromotedProperty;
import dev.tenrec.query.engine.Cost;
import dev.tenrec.query.engine.QueryEngine;
import dev.tenrec.query.engine.QueryResult;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.function.QueryContext;
import dev.tenrec.query.hogql.resolve.Resolver;
import dev.tenrec.stores.projects.Project;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** Reads the data of one project for one request, and adds up what that costs. */
final class ProjectReader {
  private static final Map<String, String> PROMOTED =
      PromotedProperty.all().stream()
          .collect(toUnmodifiableMap(PromotedProperty::property, PromotedProperty::column));

  private final QueryContext context;
  private final QueryEngine engine;
  private Optional<Cost> cost = Optional.empty();

  ProjectReader(Project project, QueryEngine engine, Instant now) {
    this.context =
        new QueryContext(project.id(), project.timezone(), now, DayOfWeek.MONDAY, PROMOTED);
    this.engine = engine;
  }

  QueryContext context() {
    return context;
  }

  ZoneId zone() {
    return context.zone();
  }

  Instant now() {
    return context.now();
  }

  /** Resolves and runs a query. */
  QueryResult run(Query query) {
    QueryResult result = engine.run(Resolver.resolve(query, context));
    cost = Optional.of(cost.map(before -> before.plus(result.cost())).orElse(result.cost()));
    return result;
  }

  /** What all queries so far cost together. */
  Optional<Cost> cost() {
    return cost;
  }
}
