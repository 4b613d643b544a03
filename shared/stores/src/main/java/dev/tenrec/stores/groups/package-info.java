/**
 * Groups: companies, teams, whatever events belong to besides persons.
 *
 * <p>Start at {@link dev.tenrec.stores.groups.GroupStore}. Items of the {@code persons} table, each
 * conditional on its {@code version}:
 *
 * <ul>
 *   <li>{@code grouptypes#<project>} / {@code types} with {@code names}: the project's group types,
 *       at most five; a type's place is its index and never changes
 *   <li>{@code group#<project>#<index>#<key>} / {@code group} with {@code properties} (JSON text),
 *       {@code created_at}, {@code updated_at}: a group
 * </ul>
 *
 * <p>Access: by keys in batches of 100; there is no listing here, the lake has it.
 */
package dev.tenrec.stores.groups;
