/**
 * Sending emails.
 *
 * <p>Start at {@link dev.tenrec.workflows.email.SesMailer}.
 */
package dev.tenrec.workflows.email;
