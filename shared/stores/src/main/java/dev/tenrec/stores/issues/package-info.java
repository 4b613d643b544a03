/**
 * Issues: the bugs that exceptions were grouped into, and their fingerprints.
 *
 * <p>Start at {@link dev.tenrec.stores.issues.Issues}. Items of the {@code issues} table, all in
 * the partition {@code project#<id>}:
 *
 * <ul>
 *   <li>{@code issue#<id>}: one issue
 *   <li>{@code fingerprint#<value>}: which issue has the fingerprint
 * </ul>
 */
package dev.tenrec.stores.issues;
