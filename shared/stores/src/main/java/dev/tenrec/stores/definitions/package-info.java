/**
 * Everything people define in a project: insights, flags, workflows and so on, as named JSON
 * documents with a version and a history.
 *
 * <p>Start at {@link dev.tenrec.stores.definitions.Definitions}; products give the documents their
 * meaning. Items of the {@code definitions} table, all in the partition {@code project#<id>}:
 *
 * <ul>
 *   <li>{@code <kind>#<id>}: the definition as it is
 *   <li>{@code history#<kind>#<id>#<version>}: each version as it was, and who made it
 *   <li>{@code name#<kind>#<value>}: holds the name of a kind whose names are unique
 *   <li>{@code counter#<kind>}: the last id
 *   <li>{@code version#<kind>}: counts changes, so that a compiled copy in memory is proven fresh
 *       by one small read
 * </ul>
 */
package dev.tenrec.stores.definitions;
