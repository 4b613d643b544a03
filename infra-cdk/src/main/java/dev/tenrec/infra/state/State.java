package dev.tenrec.infra.state;

import static java.util.Objects.requireNonNull;

import software.amazon.awscdk.services.dynamodb.ITableV2;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.s3.IBucket;

/**
 * Everything that holds data, wherever it was created.
 *
 * @param captured the stream of what the world sent
 * @param processed the stream of what projects accepted; may be the same one
 * @param bucket the lake, claim-checked bodies and large query results, each under a {@link Prefix}
 * @param projects projects, members, keys, sessions
 * @param definitions insights, dashboards and whatever else owners define
 * @param persons persons, their distinct ids, groups
 * @param pipeline checkpoints, pending files, leases
 * @param sessions the index of session recordings
 * @param runs workflow runs, and when they are due
 * @param issues issues of exceptions, symbol sets, releases
 * @param database the name of the catalog database with the lake's tables
 */
public record State(
    IStream captured,
    IStream processed,
    IBucket bucket,
    ITableV2 projects,
    ITableV2 definitions,
    ITableV2 persons,
    ITableV2 pipeline,
    ITableV2 sessions,
    ITableV2 runs,
    ITableV2 issues,
    String database) {
  public State {
    requireNonNull(captured, "captured is null");
    requireNonNull(processed, "processed is null: a single stream is given twice");
    requireNonNull(bucket, "bucket is null");
    requireNonNull(projects, "projects is null");
    requireNonNull(definitions, "definitions is null");
    requireNonNull(persons, "persons is null");
    requireNonNull(pipeline, "pipeline is null");
    requireNonNull(sessions, "sessions is null");
    requireNonNull(runs, "runs is null");
    requireNonNull(issues, "issues is null");
    requireNonNull(database, "database is null");
  }
}
