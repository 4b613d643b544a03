/**
 * The management API in PostHog's paths and shapes.
 *
 * <p>Start at {@link dev.tenrec.api.ApiHandler}, which puts the parts together: each is a package
 * with one public entry, its routes. {@link dev.tenrec.api.AdminCommands} is the door of whoever
 * may invoke the function itself. Queries are answered by another function.
 */
package dev.tenrec.api;
