/**
 * Who may come in: the first run, signing in and out, who one is, and personal API keys.
 *
 * <p>Start at {@link dev.tenrec.api.access.AccessRoutes}. What a caller may do is decided by {@link
 * dev.tenrec.stores.access.Access}, not here.
 */
package dev.tenrec.api.access;
