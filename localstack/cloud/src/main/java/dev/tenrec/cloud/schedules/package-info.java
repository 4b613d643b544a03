/**
 * Calls functions at times: EventBridge Scheduler's schedules and EventBridge's scheduled rules.
 *
 * <p>Start at {@link dev.tenrec.cloud.schedules.Schedules}, or at {@link
 * dev.tenrec.cloud.schedules.Timetable} for the expressions alone.
 */
package dev.tenrec.cloud.schedules;
