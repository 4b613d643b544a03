/**
 * What a batch of events does to persons: creates, merges and changes them, and says of every event
 * who its person was.
 *
 * <p>Start at {@link dev.tenrec.ingest.persons.PersonProcessor}. A batch is worked out in memory on
 * what one batched read found, then written conditionally, several events of a person in one write;
 * persons that somebody else wrote meanwhile are read and worked out again.
 *
 * <p>Redelivery: every person carries the position of the last event of each of its distinct ids
 * that is contained in it, in the same item and so in the same write as the changes themselves. An
 * event at or before that position changes nothing when it comes again, in whatever order: an older
 * value never overwrites a newer one. It is published again, with its person's properties as they
 * are by now, and so are its person and its merges, in case the earlier delivery ended before it
 * published them.
 */
package dev.tenrec.ingest.persons;
