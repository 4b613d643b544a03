package dev.tenrec.cloud.mappings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.cloud.aws.AwsException;
import dev.tenrec.cloud.aws.AwsService;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells a mapping's on-failure queue what was given up. */
final class FailureQueue {
  private final Supplier<AwsService> sqs;
  private final MappingSettings.FromStream mapping;
  private final Consumer<String> notices;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  FailureQueue(
      Supplier<AwsService> sqs,
      MappingSettings.FromStream mapping,
      Consumer<String> notices,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.sqs = sqs;
    this.mapping = mapping;
    this.notices = notices;
    this.ids = ids;
    this.clock = clock;
  }

  void send(String shard, FailureReport report) {
    String text =
        report
            .json(ids.get(), mapping.target().arn(), mapping.streamArn(), shard, clock.instant())
            .toString();
    notices.accept("gave up on records of " + shard + ": " + text);
    if (mapping.retries().failureQueue().isEmpty()) {
      return;
    }
    try {
      sqs.get()
          .call(
              "SendMessage",
              JsonNodeFactory.instance
                  .objectNode()
                  .put("QueueUrl", mapping.retries().failureQueue().get())
                  .put("MessageBody", text));
    } catch (AwsException e) {
      notices.accept("cannot tell the on-failure queue: " + e.getMessage());
    }
  }
}
