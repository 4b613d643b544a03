/**
 * Puts values into the placeholders of a query's tree: {@code {filters}}, {@code {variables.x}} and
 * any other name. A value is a tree of its own; no text is ever pasted into a query.
 *
 * <p>Start at {@link dev.tenrec.query.hogql.placeholders.Placeholders}.
 */
package dev.tenrec.query.hogql.placeholders;
