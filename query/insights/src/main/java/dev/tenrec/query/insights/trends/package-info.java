/**
 * Trends: how often something happened, over time or in total, broken down and compared.
 *
 * <p>Start at {@link dev.tenrec.query.insights.trends.Trends}.
 */
package dev.tenrec.query.insights.trends;
