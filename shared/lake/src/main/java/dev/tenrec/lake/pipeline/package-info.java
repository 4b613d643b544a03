/**
 * The state of the way into the tables: how far each shard of the stream has been written, which
 * files wait for their commit, who may commit, and what maintenance remembers.
 *
 * <p>Start at {@link dev.tenrec.lake.pipeline.PipelineState}. One DynamoDB table holds it all:
 *
 * <ul>
 *   <li>{@code pk = shard#<stream>, sk = <shard>}: a checkpoint; {@code sequence}, and {@code
 *       expires_at} long after the stream has dropped the records. Read and advanced by the lake
 *       function.
 *   <li>{@code pk = pending#<table>, sk = <registration id>}: files that wait for their commit.
 *       Written with the checkpoint in one transaction, listed and deleted by the committer.
 *   <li>{@code pk = lease, sk = <name>}: who may do something that only one may do at a time.
 *   <li>{@code pk = note, sk = <name>}: what maintenance remembers from run to run.
 * </ul>
 */
package dev.tenrec.lake.pipeline;
