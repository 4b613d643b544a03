/**
 * Property filters of insights as conditions.
 *
 * <p>Start at {@link dev.tenrec.query.insights.properties.PropertyFilters}.
 */
package dev.tenrec.query.insights.properties;
