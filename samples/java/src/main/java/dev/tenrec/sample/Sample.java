package dev.tenrec.sample;

import com.posthog.server.PostHog;
import com.posthog.server.PostHogCaptureOptions;
import com.posthog.server.PostHogConfig;
import com.posthog.server.PostHogFeatureFlagOptions;
import com.posthog.server.PostHogInterface;
import java.util.Map;

/** What posthog-server does, against Tenrec: only the host is another. */
public final class Sample {
  private static final String ADA = "ada@example.com";
  private static final String COMPANY = "analytical-engines";

  private Sample() {}

  public static void main(String[] arguments) {
    String host = System.getenv("TENREC_HOST");
    String token = System.getenv("TENREC_TOKEN");
    String key = System.getenv("TENREC_KEY");
    if (host == null || token == null) {
      System.err.println("Set TENREC_HOST and TENREC_TOKEN to what ./tenrec up prints.");
      System.exit(2);
    }
    PostHogInterface remote = PostHog.with(PostHogConfig.builder(token).host(host).build());
    remote.identify(ADA, Map.of("name", "Ada", "plan", "pro"));
    remote.group(ADA, "company", COMPANY, Map.of("employees", 12));
    remote.capture(
        ADA,
        "sample ran",
        PostHogCaptureOptions.builder().group("company", COMPANY).property("from", "java").build());
    remote.captureException(
        new IllegalStateException("A sample broke, as it was asked to"),
        ADA,
        Map.of("from", "java"));
    System.out.println("offer, asked for: " + offer(remote));
    remote.flush();
    remote.close();

    if (key != null && !key.isEmpty()) {
      PostHogInterface local =
          PostHog.with(
              PostHogConfig.builder(token)
                  .host(host)
                  .personalApiKey(key)
                  .localEvaluation(true)
                  .build());
      System.out.println("offer, evaluated here: " + offer(local));
      local.close();
    }
  }

  private static Object offer(PostHogInterface client) {
    return client.getFeatureFlag(
        ADA,
        "newsletter-offer",
        PostHogFeatureFlagOptions.builder().personProperty("newsletter", "true").build());
  }
}
