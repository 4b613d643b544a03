package dev.tenrec.api.projects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.JsonBody;
import dev.tenrec.stores.projects.RecordingSettings;
import dev.tenrec.stores.projects.RecordingSettings.Masking;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/** What is recorded of a project's sessions, under the names that PostHog's API has for it. */
final class RecordingSettingsJson {
  private static final String ON = "session_recording_opt_in";
  private static final String CONSOLE = "capture_console_log_opt_in";
  private static final String NETWORK = "capture_performance_opt_in";
  private static final String PAYLOADS = "session_recording_network_payload_capture_config";
  private static final String SAMPLE = "session_recording_sample_rate";
  private static final String MINIMUM = "session_recording_minimum_duration_milliseconds";
  private static final String MASKING = "session_recording_masking_config";

  private RecordingSettingsJson() {}

  static void write(ObjectNode project, RecordingSettings settings) {
    project.put(ON, settings.on());
    project.put(CONSOLE, settings.consoleLogs());
    project.put(NETWORK, settings.network());
    project
        .putObject(PAYLOADS)
        .put("recordHeaders", settings.headers())
        .put("recordBody", settings.bodies());
    project.put(SAMPLE, settings.sampleRate().map(BigDecimal::toPlainString).orElse(null));
    if (settings.minimumMilliseconds().isPresent()) {
      project.put(MINIMUM, settings.minimumMilliseconds().getAsLong());
    } else {
      project.putNull(MINIMUM);
    }
    ObjectNode masking =
        project.putObject(MASKING).put("maskAllInputs", settings.masking().inputs());
    if (!settings.masking().texts().isEmpty()) {
      masking.put("maskTextSelector", settings.masking().texts());
    }
    if (!settings.masking().blocked().isEmpty()) {
      masking.put("blockSelector", settings.masking().blocked());
    }
  }

  /**
   * The settings after a change; what the body does not name stays.
   *
   * @throws ApiException 400 naming the field
   */
  static RecordingSettings changed(JsonBody body, RecordingSettings before) {
    Optional<JsonBody> payloads = body.optionalObject(PAYLOADS).map(JsonBody::new);
    return new RecordingSettings(
        body.optionalFlag(ON).orElse(before.on()),
        body.optionalFlag(CONSOLE).orElse(before.consoleLogs()),
        body.optionalFlag(NETWORK).orElse(before.network()),
        payloads.flatMap(it -> it.optionalFlag("recordHeaders")).orElse(before.headers()),
        payloads.flatMap(it -> it.optionalFlag("recordBody")).orElse(before.bodies()),
        body.node().has(SAMPLE) ? sample(body.node().get(SAMPLE)) : before.sampleRate(),
        body.node().has(MINIMUM) ? minimum(body.node().get(MINIMUM)) : before.minimumMilliseconds(),
        body.node().has(MASKING) ? masking(body) : before.masking());
  }

  private static Optional<BigDecimal> sample(JsonNode value) {
    if (value.isNull()) {
      return Optional.empty();
    }
    try {
      BigDecimal rate = new BigDecimal(value.asText());
      if (rate.signum() >= 0 && rate.compareTo(BigDecimal.ONE) <= 0 && rate.scale() <= 4) {
        return Optional.of(rate.stripTrailingZeros());
      }
    } catch (NumberFormatException notANumber) {
      // Answered as any other wrong value.
    }
    throw ApiException.invalid(
        SAMPLE,
        "invalid",
        "%s is %s: write a share of 0 to 1 such as \"0.25\"".formatted(SAMPLE, value));
  }

  private static OptionalLong minimum(JsonNode value) {
    if (value.isNull()) {
      return OptionalLong.empty();
    }
    if (value.isIntegralNumber() && value.asLong() >= 0 && value.asLong() <= 30_000) {
      return OptionalLong.of(value.asLong());
    }
    throw ApiException.invalid(
        MINIMUM, "invalid", "%s is %s: it must be 0 to 30000".formatted(MINIMUM, value));
  }

  private static Masking masking(JsonBody body) {
    JsonBody masking = new JsonBody(body.optionalObject(MASKING).orElse(body.node().objectNode()));
    return new Masking(
        masking.optionalFlag("maskAllInputs").orElse(true),
        masking.optionalText("maskTextSelector").orElse(""),
        masking.optionalText("blockSelector").orElse(""));
  }
}
