/**
 * Many items at once: reads in batches, and conditional writes gathered into transactions.
 *
 * <p>Start at {@link dev.tenrec.stores.batches.BatchTable}. For stores that a stream of events
 * stands behind; everything else is served by {@link dev.tenrec.stores.table.Table}.
 */
package dev.tenrec.stores.batches;
