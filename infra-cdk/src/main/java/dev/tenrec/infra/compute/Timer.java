package dev.tenrec.infra.compute;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.constructs.Construct;

/** Calls a function again and again, under a role that may call that function and nothing else. */
public final class Timer extends Construct {
  /**
   * Creates the timer.
   *
   * @param rate how often, such as {@code rate(1 hour)}
   * @param input the event, in JSON
   */
  public Timer(Construct scope, String id, JavaFunction function, String rate, String input) {
    super(scope, id);
    Stack stack = Stack.of(this);
    String alias = function.alias().getFunctionArn();
    String group =
        stack.formatArn(
            ArnComponents.builder()
                .service("scheduler")
                .resource("schedule-group")
                .resourceName("default")
                .build());
    Role role =
        Role.Builder.create(this, "Role")
            .assumedBy(
                ServicePrincipal.Builder.create("scheduler.amazonaws.com")
                    .conditions(
                        Map.of(
                            "StringEquals",
                            // Sorted, so that two runs make the same template.
                            new TreeMap<>(
                                Map.of(
                                    "aws:SourceAccount",
                                    stack.getAccount(),
                                    "aws:SourceArn",
                                    group))))
                    .build())
            .inlinePolicies(
                Map.of(
                    "invoke",
                    PolicyDocument.Builder.create()
                        .statements(
                            List.of(
                                PolicyStatement.Builder.create()
                                    .actions(List.of("lambda:InvokeFunction"))
                                    .resources(List.of(alias))
                                    .build()))
                        .build()))
            .build();
    CfnSchedule.Builder.create(this, "Schedule")
        .scheduleExpression(rate)
        .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder().mode("OFF").build())
        .target(
            CfnSchedule.TargetProperty.builder()
                .arn(alias)
                .roleArn(role.getRoleArn())
                .input(input)
                .retryPolicy(
                    CfnSchedule.RetryPolicyProperty.builder()
                        .maximumRetryAttempts(3)
                        .maximumEventAgeInSeconds(900)
                        .build())
                .build())
        .build();
  }
}
