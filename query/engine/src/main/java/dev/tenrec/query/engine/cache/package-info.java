/**
 * Remembers what queries gave. Start at {@link dev.tenrec.query.engine.cache.CachedEngine}.
 *
 * <p>An answer is remembered under the plan and the files that it reads. Files of the lake never
 * change, so what is found under a key is what would be computed again: nothing here grows stale,
 * and nothing has to be told of new data.
 */
package dev.tenrec.query.engine.cache;
