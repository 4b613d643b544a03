/**
 * What a batch of events does to groups: assigns indexes to group types, says which groups an event
 * belongs to, and changes groups by {@code $groupidentify}.
 *
 * <p>Start at {@link dev.tenrec.ingest.groups.GroupProcessor}. A group that is identified is
 * published even when nothing of it changed: the delivery that changed it may have ended before it
 * published. The whole batch done again ends the same, because values only ever replace each other
 * in the order of the batch.
 */
package dev.tenrec.ingest.groups;
