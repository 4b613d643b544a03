/**
 * Calls AWS services the way the SDK does: signed (SigV4), JSON protocols, and the few REST calls
 * that S3 needs.
 *
 * <p>Start at {@link dev.tenrec.cloud.aws.AwsService}. It is small on purpose: the five SDK clients
 * it replaces would cost the local cloud a second of every start.
 */
package dev.tenrec.cloud.aws;
