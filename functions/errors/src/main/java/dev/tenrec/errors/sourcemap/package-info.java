/**
 * Source maps, version 3: from a place in a minified script back to the place that was written.
 *
 * <p>Start at {@link dev.tenrec.errors.sourcemap.SourceMap}. Pure: no files, no network.
 */
package dev.tenrec.errors.sourcemap;
