/**
 * What a run of a function did, as one line of its log.
 *
 * <p>Start at {@link dev.tenrec.lake.report.RunReport}.
 */
package dev.tenrec.lake.report;
