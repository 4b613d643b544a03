/**
 * The directory that everything of one local cloud lives in: who runs on it, which ports it has,
 * and small files that survive {@code kill -9}.
 *
 * <p>Start at {@link dev.tenrec.cloud.state.DataDirectory}. Nothing here knows what is stored.
 */
package dev.tenrec.cloud.state;
