/**
 * What one captured event means, before anything is known of its person: normalised properties,
 * what it asks of the person, what it merges. Pure.
 *
 * <p>Start at {@link dev.tenrec.ingest.events.EventPreparation}.
 */
package dev.tenrec.ingest.events;
