/**
 * What the local cloud tells the person who started it: steps done, and what it did not understand.
 *
 * <p>Start at {@link dev.tenrec.cloud.progress.Progress}. Nothing here logs what functions print.
 */
package dev.tenrec.cloud.progress;
