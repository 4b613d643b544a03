/**
 * Symbol sets: the source maps that {@code posthog-cli} uploads, and the releases they belong to.
 *
 * <p>Start at {@link dev.tenrec.stores.symbols.SymbolSets}. The maps themselves are objects in S3
 * under {@code symbols/}; items of the {@code issues} table, in the partition {@code
 * symbols#<project>}:
 *
 * <ul>
 *   <li>{@code chunk#<id>}: one symbol set
 *   <li>{@code set#<id>}: which chunk a symbol set is for
 *   <li>{@code release#<hash>}: one release
 * </ul>
 */
package dev.tenrec.stores.symbols;
