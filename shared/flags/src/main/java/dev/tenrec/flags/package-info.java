/**
 * Feature flags: definitions compiled once into an immutable plan, evaluated in microseconds.
 *
 * <p>Start at {@link dev.tenrec.flags.FlagPlan}: {@code compile} reads definitions as PostHog
 * stores them, {@code evaluate} answers every flag for one {@link dev.tenrec.flags.Subject}, with
 * the reason and the verdict on each condition set. Properties are matched in {@code
 * dev.tenrec.flags.property}. Nothing here does input or output.
 */
package dev.tenrec.flags;
