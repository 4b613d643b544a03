/**
 * Standard SQS queues on files. Start with {@link dev.tenrec.emulators.sqs.SqsOperations}. No FIFO
 * queues, no move tasks, no permissions.
 *
 * <p>Our own, because ElasticMQ binds a JVM to one database for its life, so that tests cannot keep
 * apart, takes two seconds and 37 MB of jars to start and 4 to 10 ms of processor time for a call.
 * It stays the second implementation that the contract is run against.
 */
package dev.tenrec.emulators.sqs;
