/**
 * Which exceptions are the same bug: the fingerprint.
 *
 * <p>Start at {@link dev.tenrec.errors.grouping.Fingerprint}.
 */
package dev.tenrec.errors.grouping;
