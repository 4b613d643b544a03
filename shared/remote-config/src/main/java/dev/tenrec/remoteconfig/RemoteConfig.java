package dev.tenrec.remoteconfig;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.stores.projects.CaptureSettings;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.RecordingSettings;
import java.math.BigDecimal;

/** The configuration that SDKs fetch when they start. */
public final class RemoteConfig {
  /** The script under {@code /static/} that records. */
  public static final String RECORDER = "posthog-recorder";

  private final Products products;

  public RemoteConfig(Products products) {
    this.products = products;
  }

  /** The configuration of a project; the caller may change it. */
  public ObjectNode of(Project project) {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    config.put("token", project.token());
    // Without this list the SDK stops compressing.
    config.putArray("supportedCompression").add("gzip").add("gzip-js");
    // False keeps the SDK from asking for flags that nobody would answer.
    config.put("hasFeatureFlags", products.has("flags"));
    config.put("captureDeadClicks", false);
    CaptureSettings capture = project.settings().capture();
    boolean recorded = products.has("replay") && capture.recordings().on();
    if (recorded && capture.recordings().network()) {
      // Without it the recorder sees no requests.
      config.putObject("capturePerformance").put("network_timing", true).put("web_vitals", false);
    } else {
      config.put("capturePerformance", false);
    }
    // Without this the SDK keeps autocapture off for new visitors.
    config.put("autocapture_opt_out", false);
    boolean exceptions = products.has("errors") && capture.exceptions();
    config.put("autocaptureExceptions", exceptions);
    config.putObject("analytics").put("endpoint", "/i/v0/e/");
    config.put("elementsChainAsString", true);
    config
        .putObject("errorTracking")
        .put("autocaptureExceptions", exceptions)
        .putArray("suppressionRules");
    config.putObject("logs").put("captureConsoleLogs", false);
    if (recorded) {
      recording(config.putObject("sessionRecording"), capture.recordings());
    } else {
      config.put("sessionRecording", false);
    }
    config.put("heatmaps", products.has("heatmaps"));
    config.put("conversations", false);
    config.put("surveys", products.has("surveys"));
    config.put("productTours", false);
    config.put("defaultIdentifiedOnly", true);
    config.putArray("siteApps");
    return config;
  }

  private static void recording(ObjectNode recording, RecordingSettings settings) {
    recording.put("endpoint", "/s/");
    recording.put("consoleLogRecordingEnabled", settings.consoleLogs());
    recording.put("recorderVersion", "v2");
    recording.put("sampleRate", settings.sampleRate().map(BigDecimal::toPlainString).orElse(null));
    if (settings.minimumMilliseconds().isPresent()) {
      recording.put("minimumDurationMilliseconds", settings.minimumMilliseconds().getAsLong());
    } else {
      recording.putNull("minimumDurationMilliseconds");
    }
    recording.putNull("linkedFlag");
    if (settings.headers() || settings.bodies()) {
      recording
          .putObject("networkPayloadCapture")
          .put("recordHeaders", settings.headers())
          .put("recordBody", settings.bodies());
    } else {
      recording.putNull("networkPayloadCapture");
    }
    ObjectNode masking =
        recording.putObject("masking").put("maskAllInputs", settings.masking().inputs());
    if (!settings.masking().texts().isEmpty()) {
      masking.put("maskTextSelector", settings.masking().texts());
    }
    if (!settings.masking().blocked().isEmpty()) {
      masking.put("blockSelector", settings.masking().blocked());
    }
    recording.putArray("urlTriggers");
    recording.putArray("urlBlocklist");
    recording.putArray("eventTriggers");
    recording.putNull("triggerMatchType");
    recording.putObject("scriptConfig").put("script", RECORDER);
    recording.put("recordCanvas", false);
    recording.putNull("canvasFps");
    recording.putNull("canvasQuality");
    recording.put("version", 1);
  }
}
