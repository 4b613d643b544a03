package dev.tenrec.capture;

import dev.tenrec.events.CapturedEvent;
import dev.tenrec.events.RejectedData;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.streams.EnvelopeStream;
import dev.tenrec.streams.StreamUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Keeps what capture refused, for whoever looks for missing data.
 *
 * <p>Anybody can send refused data, so it is bounded: for projects of ours, and for nobody's, at
 * most {@link #PER_MINUTE} requests a minute and function instance are kept each, and the next one
 * kept after that says how many were not. Of a request that names no project of ours at most {@link
 * #UNKNOWN_LIMIT} characters are kept, without personal keys that were sent by mistake; a request
 * for a project of ours is kept whole. Keeping is best effort and never changes the answer.
 */
final class Rejections {
  static final int PER_MINUTE = 60;
  static final int UNKNOWN_LIMIT = 64 * 1024;

  private static final String STEP = "capture";
  private static final Pattern PERSONAL_KEY = Pattern.compile("phx_\\w+");

  private final EnvelopeStream processed;
  private final Supplier<UUID> ids;
  private final Allowance ofProjects = new Allowance(PER_MINUTE);
  private final Allowance ofNobody = new Allowance(PER_MINUTE);

  Rejections(EnvelopeStream processed, Supplier<UUID> ids) {
    this.processed = processed;
    this.ids = ids;
  }

  /** Keeps a request whose token belongs to no project. */
  void unknownToken(Intake.Sender sender, String distinctId, String event, String payload) {
    keep(
        ofNobody,
        sender.receivedAt(),
        note ->
            new RejectedData(
                0,
                ids.get(),
                sender.receivedAt(),
                STEP,
                "unknown_token",
                "No project has this token: correct the SDK's key, or make a project."
                    + cutNote(payload)
                    + note,
                sender.token(),
                distinctId,
                event,
                cut(payload)));
  }

  /** Keeps a request for a project of ours that was refused, or some of whose events were. */
  void refused(Project project, String reason, String message, String payload, Instant now) {
    keep(
        ofProjects,
        now,
        note ->
            new RejectedData(
                project.id(),
                ids.get(),
                now,
                STEP,
                reason,
                message + "." + note,
                project.token(),
                "",
                "",
                payload));
  }

  /** Keeps a refused request of which nobody knows the project. */
  void ofNoProject(String token, String reason, String message, String payload, Instant now) {
    String harmless = PERSONAL_KEY.matcher(cut(payload)).replaceAll("phx_(left out)");
    keep(
        ofNobody,
        now,
        note ->
            new RejectedData(
                0,
                ids.get(),
                now,
                STEP,
                reason,
                message + "." + cutNote(payload) + note,
                token,
                "",
                "",
                harmless));
  }

  private void keep(Allowance allowance, Instant now, Function<String, RejectedData> rejected) {
    OptionalInt unseen = allowance.take(now);
    if (unseen.isEmpty()) {
      return;
    }
    int before = unseen.getAsInt();
    String note = before == 0 ? "" : " " + before + " refused requests before it were not kept.";
    try {
      processed.put(List.of(rejected.apply(note)));
    } catch (StreamUnavailableException unavailable) {
      allowance.giveBack(before);
    }
  }

  private static String cut(String payload) {
    if (payload.length() <= UNKNOWN_LIMIT) {
      return payload;
    }
    boolean insideCharacter = Character.isHighSurrogate(payload.charAt(UNKNOWN_LIMIT - 1));
    return payload.substring(0, insideCharacter ? UNKNOWN_LIMIT - 1 : UNKNOWN_LIMIT);
  }

  private static String cutNote(String payload) {
    return payload.length() <= UNKNOWN_LIMIT
        ? ""
        : " Kept are the first %d of %d characters.".formatted(UNKNOWN_LIMIT, payload.length());
  }

  /** What all events have in common, empty when they differ. */
  static String common(List<CapturedEvent> events, Function<CapturedEvent, String> part) {
    List<String> values = events.stream().map(part).distinct().limit(2).toList();
    return values.size() == 1 ? values.getFirst() : "";
  }
}
