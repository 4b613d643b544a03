/**
 * The typed relational tree that every query becomes, whoever wrote it: HogQL text, an insight, a
 * list in the console. A dialect prints it; nothing else does.
 *
 * <p>Start at {@link dev.tenrec.query.hogql.plan.Plan}. Columns are {@link
 * dev.tenrec.query.hogql.plan.Symbol}s, unique in a plan, so that no name ever needs a table in
 * front of it.
 */
package dev.tenrec.query.hogql.plan;
