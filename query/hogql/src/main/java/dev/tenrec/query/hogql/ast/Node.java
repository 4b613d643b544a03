package dev.tenrec.query.hogql.ast;

/** Anything in the syntax tree. */
public sealed interface Node permits Expression, Query, SortItem, Table {
  /** Where it was written. */
  Span span();
}
