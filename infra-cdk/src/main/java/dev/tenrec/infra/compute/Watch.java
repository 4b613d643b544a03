package dev.tenrec.infra.compute;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/**
 * Tells when the way of an event is blocked or has lost something: nine alarms, of the ten that
 * cost nothing, and a dashboard.
 */
public final class Watch extends Construct {
  private final Optional<SnsAction> action;

  public Watch(Construct scope, String id, Parts parts, Optional<String> email) {
    super(scope, id);
    action = email.map(this::mail);
    alarm(
        "CaptureFailing",
        Metrics.failedRequests(parts.capture()),
        10,
        "Capture answered 5xx: SDKs will try again, but look at its log and at the stream's"
            + " throttling");
    alarm(
        "CaptureThrottled",
        Metrics.throttles(parts.capture()),
        1,
        "Captures were refused: raise captureConcurrency, or the account's concurrency quota");
    alarm(
        "IngestBehind",
        Metrics.age(parts.ingest().function()),
        Metrics.LATE,
        "Captured events wait for more than 15 minutes: look at the log of ingest");
    alarm(
        "LakeBehind",
        Metrics.age(parts.lake().function()),
        Metrics.LATE,
        "Processed events wait for more than 15 minutes: look at the log of the lake function");
    alarm(
        "CommitFailing",
        Metrics.errors(parts.committer().function()),
        3,
        "Commits fail: files are written but not visible to queries; look at the log of commit");
    alarm(
        "MaintenanceFailing",
        Metrics.errors(parts.maintenance()),
        1,
        "Compaction fails: queries become slower; look at the log of maintenance");
    givenUp("IngestGaveUp", parts.ingest().mapping().failures());
    givenUp("LakeGaveUp", parts.lake().mapping().failures());
    givenUp("CommitGaveUp", parts.committer().failures());
    new Board(this, "Dashboard", parts);
  }

  private void givenUp(String id, IQueue queue) {
    alarm(
        id,
        Metrics.waiting(queue),
        1,
        "Something was given up after many tries: the queue says what and where; put it through"
            + " again before the stream forgets it");
  }

  private void alarm(String id, IMetric metric, long threshold, String description) {
    Alarm alarm =
        Alarm.Builder.create(this, id)
            .alarmDescription(description)
            .metric(metric)
            .threshold(threshold)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
            .evaluationPeriods(1)
            .treatMissingData(TreatMissingData.NOT_BREACHING)
            .build();
    action.ifPresent(
        send -> {
          alarm.addAlarmAction(send);
          alarm.addOkAction(send);
        });
  }

  private SnsAction mail(String address) {
    Topic topic = Topic.Builder.create(this, "Alarms").enforceSsl(true).build();
    // A policy of its own replaces the default one, which let the account's alarms in.
    topic.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
            .actions(List.of("sns:Publish"))
            .resources(List.of(topic.getTopicArn()))
            .conditions(
                Map.of("StringEquals", Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
            .build());
    topic.addSubscription(new EmailSubscription(address));
    return new SnsAction(topic);
  }

  /**
   * What is watched.
   *
   * @param capture takes events
   * @param ingest turns captured events into processed ones
   * @param lake writes files
   * @param committer commits files
   * @param maintenance compacts
   */
  public record Parts(
      JavaFunction capture,
      Ingest ingest,
      LakeWriter lake,
      Committer committer,
      JavaFunction maintenance) {}
}
