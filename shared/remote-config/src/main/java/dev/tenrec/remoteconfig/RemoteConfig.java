package dev.tenrec.remoteconfig;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The configuration that SDKs fetch when they start. */
public final class RemoteConfig {
  private final Products products;

  public RemoteConfig(Products products) {
    this.products = products;
  }

  /** The configuration of the project with that token; the caller may change it. */
  public ObjectNode of(String token) {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    config.put("token", token);
    // Without this list the SDK stops compressing.
    config.putArray("supportedCompression").add("gzip").add("gzip-js");
    // False keeps the SDK from asking for flags that nobody would answer.
    config.put("hasFeatureFlags", products.has("flags"));
    config.put("captureDeadClicks", false);
    config.put("capturePerformance", false);
    // Without this the SDK keeps autocapture off for new visitors.
    config.put("autocapture_opt_out", false);
    config.put("autocaptureExceptions", products.has("errors"));
    config.putObject("analytics").put("endpoint", "/i/v0/e/");
    config.put("elementsChainAsString", true);
    config
        .putObject("errorTracking")
        .put("autocaptureExceptions", products.has("errors"))
        .putArray("suppressionRules");
    config.putObject("logs").put("captureConsoleLogs", false);
    if (products.has("replay")) {
      recording(config.putObject("sessionRecording"));
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

  private static void recording(ObjectNode recording) {
    recording.put("endpoint", "/s/");
    recording.put("consoleLogRecordingEnabled", true);
    recording.put("recorderVersion", "v2");
    recording.putNull("sampleRate");
    recording.putNull("minimumDurationMilliseconds");
    recording.putNull("linkedFlag");
    recording.putNull("networkPayloadCapture");
    recording.putNull("masking");
    recording.putArray("urlTriggers");
    recording.putArray("urlBlocklist");
    recording.putArray("eventTriggers");
    recording.putNull("triggerMatchType");
    recording.putObject("scriptConfig").put("script", "posthog-recorder");
    recording.put("recordCanvas", false);
    recording.putNull("canvasFps");
    recording.putNull("canvasQuality");
    recording.put("version", 1);
  }
}
