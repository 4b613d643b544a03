package dev.tenrec.infra.state;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.ITableV2;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.constructs.Construct;

/**
 * The DynamoDB tables. Each is keyed by {@code pk} and {@code sk}, forgets items whose {@code
 * expires_at} has passed, costs nothing when idle, can be restored to any second of the last 35
 * days, and cannot be deleted by accident.
 */
public final class Tables extends Construct {
  private final ITableV2 projects;
  private final ITableV2 definitions;
  private final ITableV2 persons;
  private final ITableV2 pipeline;
  private final ITableV2 sessions;
  private final ITableV2 runs;
  private final ITableV2 issues;

  public Tables(Construct scope, String id) {
    super(scope, id);
    projects = table("Projects");
    definitions = table("Definitions");
    persons = table("Persons");
    pipeline = table("Pipeline");
    sessions = table("Sessions");
    runs = table("Runs");
    issues = table("Issues");
  }

  /** Projects, members, keys, sessions. */
  public ITableV2 projects() {
    return projects;
  }

  /** What owners define. */
  public ITableV2 definitions() {
    return definitions;
  }

  /** Persons, distinct ids, groups. */
  public ITableV2 persons() {
    return persons;
  }

  /** Checkpoints, pending files, leases. */
  public ITableV2 pipeline() {
    return pipeline;
  }

  /** The index of session recordings. */
  public ITableV2 sessions() {
    return sessions;
  }

  /** Workflow runs, when they are due. */
  public ITableV2 runs() {
    return runs;
  }

  /** Issues, their fingerprints, symbol sets, releases. */
  public ITableV2 issues() {
    return issues;
  }

  private TableV2 table(String id) {
    return TableV2.Builder.create(this, id)
        .partitionKey(key("pk"))
        .sortKey(key("sk"))
        .timeToLiveAttribute("expires_at")
        .billing(Billing.onDemand())
        .pointInTimeRecoverySpecification(
            PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
        .deletionProtection(true)
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }

  private static Attribute key(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }
}
