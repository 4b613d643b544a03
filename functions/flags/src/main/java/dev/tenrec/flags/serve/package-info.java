/**
 * Feature flags over HTTP: {@code /flags}, its ancestor {@code /decide}, and the definitions that
 * server SDKs evaluate themselves.
 *
 * <p>Start at {@link dev.tenrec.flags.serve.FlagsEndpoint}. Evaluation itself is {@code
 * dev.tenrec.flags}.
 */
package dev.tenrec.flags.serve;
