package dev.tenrec.emulators.sqs;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tenrec.emulators.protocol.AwsFailure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the owner of a queue has set, over the defaults of SQS. */
record QueueAttributes(Map<String, String> given) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private record Number(long least, long most, long normal) {}

  private static final Map<String, Number> NUMBERS =
      Map.of(
          "VisibilityTimeout", new Number(0, 43_200, 30),
          "DelaySeconds", new Number(0, 900, 0),
          "MaximumMessageSize", new Number(1_024, 1 << 20, 1 << 20),
          "MessageRetentionPeriod", new Number(60, 1_209_600, 345_600),
          "ReceiveMessageWaitTimeSeconds", new Number(0, 20, 0));

  // Kept and shown, without an effect here.
  private static final Set<String> INERT =
      Set.of(
          "Policy",
          "RedriveAllowPolicy",
          "KmsMasterKeyId",
          "KmsDataKeyReusePeriodSeconds",
          "SqsManagedSseEnabled");

  private static final String REDRIVE = "RedrivePolicy";

  QueueAttributes {
    given = Map.copyOf(given);
    given.forEach(QueueAttributes::check);
  }

  private static void check(String name, String value) {
    Number number = NUMBERS.get(name);
    if (number != null) {
      if (!value.matches("\\d{1,9}")
          || Long.parseLong(value) < number.least
          || Long.parseLong(value) > number.most) {
        throw invalid(name + " is '" + value + "': give " + number.least + " to " + number.most);
      }
    } else if (name.equals(REDRIVE)) {
      parseRedrive(value);
    } else if (name.equals("FifoQueue")) {
      throw AwsFailure.client("UnsupportedOperation", "FIFO queues are not emulated");
    } else if (!INERT.contains(name)) {
      throw AwsFailure.client("InvalidAttributeName", "Unknown attribute " + name);
    }
  }

  static AwsFailure invalid(String message) {
    return AwsFailure.client("InvalidAttributeValue", message);
  }

  QueueAttributes with(Map<String, String> changes) {
    Map<String, String> changed = new TreeMap<>(given);
    changed.putAll(changes);
    // The way to take a setting back.
    changed.values().removeIf(String::isEmpty);
    return new QueueAttributes(changed);
  }

  /** Whether a creation with {@code wanted} means this very queue. */
  boolean agreeWith(QueueAttributes wanted) {
    return wanted.given.keySet().stream()
        .allMatch(name -> wanted.all().get(name).equals(all().get(name)));
  }

  Map<String, String> all() {
    Map<String, String> all = new TreeMap<>();
    NUMBERS.forEach((name, number) -> all.put(name, "" + number.normal));
    all.putAll(given);
    return all;
  }

  long number(String name) {
    return Long.parseLong(all().get(name));
  }

  Duration seconds(String name) {
    return Duration.ofSeconds(number(name));
  }

  /** Where messages go that were received {@code limit} times in vain. */
  record Redrive(String queue, int limit) {}

  Optional<Redrive> redrive() {
    return Optional.ofNullable(given.get(REDRIVE)).map(QueueAttributes::parseRedrive);
  }

  private static Redrive parseRedrive(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      String arn = node.path("deadLetterTargetArn").asText("");
      int limit = node.path("maxReceiveCount").asInt(0);
      if (arn.contains(":") && limit >= 1 && limit <= 1_000) {
        return new Redrive(arn.substring(arn.lastIndexOf(':') + 1), limit);
      }
    } catch (JacksonException e) {
      // Falls through to the same answer as any other text that is no policy.
    }
    throw invalid(
        REDRIVE + " is '" + text + "': give deadLetterTargetArn and maxReceiveCount of 1 to 1000");
  }
}
