/**
 * Feature flags and the cohorts they look at, as people define them; evaluating them is the flags
 * function's work.
 *
 * <p>Start at {@link dev.tenrec.api.flags.FlagRoutes}.
 */
package dev.tenrec.api.flags;
