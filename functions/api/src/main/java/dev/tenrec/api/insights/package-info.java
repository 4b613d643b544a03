/**
 * Saved insights. Their queries are kept and never run here.
 *
 * <p>Start at {@link dev.tenrec.api.insights.InsightRoutes}.
 */
package dev.tenrec.api.insights;
