/**
 * The AWS services that Tenrec stands on, for the local cloud and for every test: one class per
 * service, each with an endpoint on this machine that the unmodified AWS SDK talks to. Start with
 * {@link dev.tenrec.emulators.DynamoDbEmulator}; the others look alike.
 *
 * <p>Nothing here is ever part of a deployed function, and nothing here knows Tenrec.
 */
package dev.tenrec.emulators;
