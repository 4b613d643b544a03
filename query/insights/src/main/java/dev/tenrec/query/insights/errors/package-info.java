/**
 * How often which bugs happen: exceptions, counted by issue.
 *
 * <p>Start at {@link dev.tenrec.query.insights.errors.ExceptionCounts}. What an issue is called and
 * who deals with it is not in the lake, and not known here.
 */
package dev.tenrec.query.insights.errors;
