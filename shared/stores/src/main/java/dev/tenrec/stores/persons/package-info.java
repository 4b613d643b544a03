/**
 * Persons: who a distinct id belongs to, and what is known of that person.
 *
 * <p>Every distinct id has a person id of its own, computed from project and distinct id ({@link
 * dev.tenrec.stores.persons.PersonKey#of}). What stands under it is nothing (no person yet), a
 * {@link dev.tenrec.stores.persons.Person}, or a {@link dev.tenrec.stores.persons.MergedPerson}
 * that says who took it over. So one read answers "distinct id to person", a new person is one
 * write, and a merge is one transaction of two items however many distinct ids are behind them:
 * nothing is re-pointed, and no crash can leave half a merge.
 *
 * <p>Start at {@link dev.tenrec.stores.persons.PersonStore}; {@link
 * dev.tenrec.stores.persons.PersonFinder} follows merges. Items of the {@code persons} table, each
 * conditional on its {@code version}:
 *
 * <ul>
 *   <li>{@code person#<project>#<person id>} / {@code person} with {@code properties} (JSON text,
 *       or the same deflated), {@code identified}, {@code distinct_ids}, {@code
 *       further_distinct_ids} (a count), {@code applied} (the last stream position of each distinct
 *       id whose changes are in here), {@code created_at}, {@code updated_at}: a person
 *   <li>the same key with {@code merged_into}: a merged person, or a distinct id that was added to
 *       somebody else's person before it had one
 * </ul>
 *
 * <p>Access: by keys in batches of 100; there is no listing here, the lake has it.
 */
package dev.tenrec.stores.persons;
