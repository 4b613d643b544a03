package dev.tenrec.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that could not be processed, kept whole with its reason: a row of the lake's {@code
 * rejected} table.
 *
 * @param project the project, 0 when unknown
 * @param uuid the id of this rejection
 * @param receivedAt when it came in
 * @param step which step refused it: {@code capture}, {@code ingest} ...
 * @param reason a code in snake case, such as {@code unknown_token}
 * @param detail a sentence that names the value and the cure
 * @param token the token it came with, empty when none
 * @param distinctId the distinct id it came with, empty when none
 * @param event the event's name, empty when unknown
 * @param body the data as it was received, as text
 */
public record RejectedData(
    long project,
    UUID uuid,
    Instant receivedAt,
    String step,
    String reason,
    String detail,
    String token,
    String distinctId,
    String event,
    String body)
    implements Envelope {
  public RejectedData {
    requireNonNull(uuid, "uuid is null");
    requireNonNull(receivedAt, "receivedAt is null");
    requireNonNull(step, "step is null");
    requireNonNull(reason, "reason is null");
    requireNonNull(detail, "detail is null");
    requireNonNull(token, "token is null");
    requireNonNull(distinctId, "distinctId is null");
    requireNonNull(event, "event is null");
    requireNonNull(body, "body is null");
  }

  @Override
  public Stage stage() {
    return Stage.PROCESSED;
  }

  @Override
  public Kind kind() {
    return Kind.REJECTED;
  }

  @Override
  public String partitionKey() {
    return project + ":" + (distinctId.isEmpty() ? uuid : distinctId);
  }
}
