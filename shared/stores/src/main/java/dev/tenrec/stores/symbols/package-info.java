/**
 * Symbol sets: the source maps that {@code posthog-cli} uploads, and the releases they belong to.
 *
 * <p>Start at {@link dev.tenrec.stores.symbols.SymbolSets} and {@link
 * dev.tenrec.stores.symbols.Releases}. The maps themselves are objects in S3 under {@code
 * symbols/}; items of the {@code issues} table, in the partition {@code symbols#<project>}:
 *
 * <ul>
 *   <li>{@code chunk#<id>}: one symbol set
 *   <li>{@code set#<id>}: a symbol set as it was announced
 *   <li>{@code release#<hash>}, {@code release_id#<id>}: one release
 * </ul>
 */
package dev.tenrec.stores.symbols;
