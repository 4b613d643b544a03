/**
 * Insights: questions in PostHog's words, asked as HogQL trees and answered in PostHog's shapes.
 *
 * <p>Start at {@link dev.tenrec.query.insights.trends.Trends}. An insight never prints SQL: it
 * builds a tree, which is resolved and guarded like every other query.
 */
package dev.tenrec.query.insights;
