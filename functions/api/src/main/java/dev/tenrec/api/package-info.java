/**
 * The management API: first run, sign-in, projects, personal API keys, saved insights, feature
 * flags, workflows, recordings and error tracking, in PostHog's paths and shapes.
 *
 * <p>Start at {@link dev.tenrec.api.Api}, which lists every route; each resource is a class of its
 * own. {@link dev.tenrec.api.AdminCommands} is the door of whoever may invoke the function itself.
 * Queries are answered by another function.
 */
package dev.tenrec.api;
