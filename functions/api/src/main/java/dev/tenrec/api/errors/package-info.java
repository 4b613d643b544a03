/**
 * Error tracking: issues and who deals with them, source maps, releases. Counting exceptions is the
 * query function's work.
 *
 * <p>Start at {@link dev.tenrec.api.errors.ErrorTrackingRoutes}.
 */
package dev.tenrec.api.errors;
