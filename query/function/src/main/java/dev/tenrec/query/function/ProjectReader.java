package dev.tenrec.query.function;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tenrec.lake.PromotedProperty;
import dev.tenrec.query.engine.QueryEngine;
import dev.tenrec.query.engine.QueryResult;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.function.QueryContext;
import dev.tenrec.query.hogql.placeholders.Meanings;
import dev.tenrec.query.hogql.resolve.Resolver;
import dev.tenrec.query.insights.dates.Today;
import dev.tenrec.query.insights.placeholders.FilterMeanings;
import dev.tenrec.query.insights.placeholders.RequestMeanings;
import dev.tenrec.stores.projects.CalendarSettings;
import dev.tenrec.stores.projects.Project;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/** Reads the data of one project for one request, and notes what that costs. */
final class ProjectReader {
  private static final Map<String, String> PROMOTED =
      PromotedProperty.all().stream()
          .collect(toUnmodifiableMap(PromotedProperty::property, PromotedProperty::column));

  private final Project project;
  private final QueryContext context;
  private final QueryEngine engine;
  private final Limits limits;
  private final Run run = new Run();

  ProjectReader(Project project, QueryEngine engine, Limits limits, Instant now) {
    this.project = project;
    CalendarSettings calendar = project.settings().calendar();
    this.context =
        new QueryContext(project.id(), calendar.timezone(), now, calendar.weekStart(), PROMOTED);
    this.engine = engine;
    this.limits = limits;
  }

  QueryContext context() {
    return context;
  }

  /** What dates are read by. */
  Today today() {
    return Today.of(context);
  }

  ZoneId zone() {
    return context.zone();
  }

  Instant now() {
    return context.now();
  }

  /** How many rows the request is given. */
  Limits limits() {
    return limits;
  }

  /** The project's filters that leave test accounts out. */
  JsonNode testAccountFilters() {
    return project.settings().testAccountFilters();
  }

  /** The same for a query node that asks for it; no filters for any other. */
  JsonNode testAccountFilters(JsonNode node) {
    return node.path("filterTestAccounts").asBoolean()
        ? testAccountFilters()
        : MissingNode.getInstance();
  }

  /** What the placeholders of a query node stand for. */
  Meanings placeholders(JsonNode node) {
    return new RequestMeanings(
        node, new FilterMeanings(node.path("filters"), testAccountFilters(), today()));
  }

  /** Resolves and runs a query. */
  QueryResult run(Query query) {
    QueryResult result = engine.run(Resolver.resolve(query, context));
    run.add(result);
    return result;
  }

  /** All queries so far together. */
  Run run() {
    return run;
  }
}
