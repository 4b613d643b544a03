package com.example.analytics;

import dev.tenrec.infra.compute.Allow;
import dev.tenrec.infra.compute.Foundation;
import dev.tenrec.infra.compute.JavaFunction;
import dev.tenrec.infra.compute.Kinds;
import dev.tenrec.infra.compute.StreamMapping;
import dev.tenrec.infra.state.Prefix;
import java.time.Duration;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.constructs.Construct;

/** A second consumer of the processed stream: it counts exceptions, and an alarm watches. */
final class ExceptionStack extends Stack {
  ExceptionStack(Construct scope, String id, Foundation foundation) {
    super(scope, id);
    JavaFunction counter =
        new JavaFunction(
            this,
            "Counter",
            new JavaFunction.Props(
                foundation.functionName("exception-counter"),
                foundation.zips().zip("samples/cdk-customization"),
                ExceptionCounter.class.getName(),
                "Counts the exceptions of each project",
                512,
                Duration.ofSeconds(30),
                foundation.settings().retention().logDays(),
                Map.of("BUCKET", foundation.state().bucket().getBucketName())));
    counter.allow(
        Allow.getObjects(foundation.state().bucket(), Prefix.CLAIMS),
        Allow.listObjects(foundation.state().bucket()));
    new StreamMapping(
        this,
        "Exceptions",
        counter,
        new StreamMapping.Props(
            foundation.state().processed(),
            "processed",
            Kinds.only("exceptions"),
            Duration.ofSeconds(30),
            1000,
            1,
            Duration.ofHours(foundation.settings().retention().streamHours())));
    Alarm.Builder.create(this, "ManyExceptions")
        .alarmDescription("More than 50 exceptions in five minutes")
        .metric(
            Metric.Builder.create()
                .namespace(ExceptionCounter.NAMESPACE)
                .metricName(ExceptionCounter.METRIC)
                .statistic("Sum")
                .period(software.amazon.awscdk.Duration.minutes(5))
                .build())
        .threshold(50)
        .evaluationPeriods(1)
        .treatMissingData(TreatMissingData.NOT_BREACHING)
        .build();
  }
}
