/**
 * Starts the emulators that a template needs, side by side, and stops them.
 *
 * <p>Start at {@link dev.tenrec.cloud.emulation.Emulators}.
 */
package dev.tenrec.cloud.emulation;
