package dev.tenrec.query.hogql.parse;

/** The tree builders of one text; they call each other as the grammar's rules do. */
final class Builders {
  private final ExpressionBuilder expressions;
  private final ValueBuilder values;
  private final CallBuilder calls;
  private final TagBuilder tags;
  private final ClauseBuilder clauses;
  private final TableBuilder tables;
  private final QueryBuilder queries;

  Builders(Spans spans) {
    expressions = new ExpressionBuilder(spans, this);
    values = new ValueBuilder(spans, this);
    calls = new CallBuilder(spans, this);
    tags = new TagBuilder(spans, this);
    clauses = new ClauseBuilder(spans, this);
    tables = new TableBuilder(spans, this);
    queries = new QueryBuilder(spans, this);
  }

  ExpressionBuilder expressions() {
    return expressions;
  }

  ValueBuilder values() {
    return values;
  }

  CallBuilder calls() {
    return calls;
  }

  TagBuilder tags() {
    return tags;
  }

  ClauseBuilder clauses() {
    return clauses;
  }

  TableBuilder tables() {
    return tables;
  }

  QueryBuilder queries() {
    return queries;
  }
}
