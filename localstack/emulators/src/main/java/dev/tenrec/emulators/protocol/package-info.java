/**
 * The wire protocol that Kinesis and Glue share: one POST per call, the operation in a header, a
 * JSON or CBOR tree each way. Start with {@link dev.tenrec.emulators.protocol.AwsJsonServer}. It
 * knows no service.
 */
package dev.tenrec.emulators.protocol;
