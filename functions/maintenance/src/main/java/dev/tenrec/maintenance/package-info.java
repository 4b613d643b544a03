/**
 * The maintenance function: keeps the tables fast and small without changing what they say.
 *
 * <p>Start at {@link dev.tenrec.maintenance.Maintenance}, which runs the {@link
 * dev.tenrec.maintenance.Task}s: compaction, the end of old rejections, of old snapshots, of files
 * nobody knows, and of overrides that every event has taken in. {@link
 * dev.tenrec.maintenance.MaintenanceHandler} is what Lambda calls.
 */
package dev.tenrec.maintenance;
