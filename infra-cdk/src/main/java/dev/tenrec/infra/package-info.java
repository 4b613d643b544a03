/**
 * Tenrec on AWS: the only description of the system, for AWS and the local cloud alike.
 *
 * <p>Start at {@link dev.tenrec.infra.Installation}. {@code settings} is what an owner chooses,
 * {@code state} what holds data, {@code compute} what runs.
 */
package dev.tenrec.infra;
