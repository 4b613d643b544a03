package dev.tenrec.query.engine.duckdb;

import dev.tenrec.query.hogql.plan.Relation;

/** Prints the scan of a lake table, with the files that it reads and the project that it is of. */
@FunctionalInterface
interface ScanPrinter {
  String print(Relation.Scan scan);
}
