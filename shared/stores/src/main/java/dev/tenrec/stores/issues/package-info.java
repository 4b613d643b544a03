/**
 * Issues: the bugs that exceptions were grouped into, and their fingerprints.
 *
 * <p>Start at {@link dev.tenrec.stores.issues.Issues}; {@link dev.tenrec.stores.issues.IssueMoves}
 * merges and splits. Items of the {@code issues} table, all in the partition {@code project#<id>}:
 *
 * <ul>
 *   <li>{@code issue#<id>}: one issue, also when it was merged into another
 *   <li>{@code fingerprint#<value>}: which issue has the fingerprint
 * </ul>
 */
package dev.tenrec.stores.issues;
