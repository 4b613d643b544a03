/**
 * Matching properties: every operator of a condition set, compiled from the definition once.
 *
 * <p>Start at {@link dev.tenrec.flags.property.PropertyFilter}. A filter that cannot be understood
 * is refused when it is compiled, so matching never fails.
 */
package dev.tenrec.flags.property;
