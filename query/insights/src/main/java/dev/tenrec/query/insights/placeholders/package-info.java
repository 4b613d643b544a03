/**
 * What the placeholders of a HogQL query stand for, from what a request brings: {@code filters},
 * {@code variables} and {@code values}.
 *
 * <p>Start at {@link dev.tenrec.query.insights.placeholders.RequestMeanings}.
 */
package dev.tenrec.query.insights.placeholders;
