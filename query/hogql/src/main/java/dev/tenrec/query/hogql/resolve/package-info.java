/**
 * Syntax tree to typed tree: names become columns, calls become functions, clauses become
 * relations. Start at {@link dev.tenrec.query.hogql.resolve.Resolver}.
 */
package dev.tenrec.query.hogql.resolve;
