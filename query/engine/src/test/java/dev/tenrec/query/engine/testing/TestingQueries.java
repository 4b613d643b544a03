package dev.tenrec.query.engine.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.query.engine.QueryResult;
import dev.tenrec.query.engine.duckdb.DuckDbEngine;
import dev.tenrec.query.hogql.function.QueryContext;
import dev.tenrec.query.hogql.parse.HogqlReader;
import dev.tenrec.query.hogql.resolve.Resolver;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/** Runs HogQL on a lake of local files. */
public final class TestingQueries implements AutoCloseable {
  private final DuckDbEngine engine;
  private final QueryContext context;

  public TestingQueries(TestingLake lake, QueryContext context) {
    this.context = context;
    engine = new DuckDbEngine(lake.settings(), lake, lake, InstantSource.fixed(context.now()));
  }

  public DuckDbEngine engine() {
    return engine;
  }

  public QueryContext context() {
    return context;
  }

  public QueryResult run(String hogql) {
    return engine.run(Resolver.resolve(HogqlReader.readQuery(hogql), context));
  }

  /** The rows as lines, with a bar between the columns. */
  public List<String> lines(String hogql) {
    return run(hogql).rows().stream()
        .map(row -> row.stream().map(TestingQueries::text).collect(Collectors.joining(" | ")))
        .toList();
  }

  /** The SQL, for a look at it. */
  public String sql(String hogql) {
    return engine.explain(Resolver.resolve(HogqlReader.readQuery(hogql), context));
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.asText() : value.toString();
  }

  @Override
  public void close() {
    engine.close();
  }
}
