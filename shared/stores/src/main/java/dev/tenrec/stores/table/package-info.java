/**
 * A DynamoDB table with a partition key {@code pk} and a sort key {@code sk}, as all of Tenrec's
 * tables are, and its items as values.
 *
 * <p>Start at {@link dev.tenrec.stores.table.Table}. What the items mean is said by the stores that
 * own them.
 */
package dev.tenrec.stores.table;
