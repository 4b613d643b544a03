/**
 * What an insight's dates mean: relative dates, ranges, intervals and their buckets, in the
 * project's time zone, daylight saving included.
 *
 * <p>Start at {@link dev.tenrec.query.insights.dates.DateRange}. Pure: the moment "now" comes in.
 */
package dev.tenrec.query.insights.dates;
