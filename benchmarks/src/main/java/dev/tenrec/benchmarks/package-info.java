/**
 * What {@code ./tenrec bench} measures, each figure beside a named yardstick of the same run: the
 * ratio is what holds when the machine changes or is busy.
 *
 * <p>Start at {@link dev.tenrec.benchmarks.Main}.
 */
package dev.tenrec.benchmarks;
