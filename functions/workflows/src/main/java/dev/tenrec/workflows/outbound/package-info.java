/**
 * Calling addresses that users name, without letting them reach into the network we run in.
 *
 * <p>Start at {@link dev.tenrec.workflows.outbound.WebhookCaller}.
 */
package dev.tenrec.workflows.outbound;
