/**
 * The syntax tree of HogQL: what was written, before anything is known about tables or types. Every
 * node is a record with the span of text it came from; spans never take part in equality, so two
 * trees are equal when they say the same.
 *
 * <p>Start at {@link dev.tenrec.query.hogql.ast.Query} and {@link
 * dev.tenrec.query.hogql.ast.Expression}.
 */
package dev.tenrec.query.hogql.ast;
