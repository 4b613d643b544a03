/**
 * Runs of workflows and where they are kept.
 *
 * <p>Start at {@link dev.tenrec.workflow.runs.Runs}. Items of the {@code runs} table:
 *
 * <ul>
 *   <li>{@code <project>#<workflow>} / {@code run#<id>}: a run; ids sort by time
 *   <li>{@code <project>#<workflow>} / {@code event#<uuid>}: the event has started a run
 *   <li>{@code due#<shard>} / {@code <time>#<project>#<workflow>#<id>}: when a run that has not
 *       ended must be looked after; there is exactly one for each
 * </ul>
 */
package dev.tenrec.workflow.runs;
