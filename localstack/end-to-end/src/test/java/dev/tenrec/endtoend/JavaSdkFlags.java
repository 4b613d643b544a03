package dev.tenrec.endtoend;

import com.posthog.server.PostHog;
import com.posthog.server.PostHogConfig;
import com.posthog.server.PostHogFeatureFlagOptions;
import com.posthog.server.PostHogInterface;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Evaluates flags with the official Java SDK. */
final class JavaSdkFlags {
  private static final int AT_ONCE = 8;

  private JavaSdkFlags() {}

  /** By asking the server. */
  static List<String> remote(
      URI front, String token, List<String> flags, List<FlagUsers.User> users) throws Exception {
    return evaluate(config(front, token).build(), flags, users);
  }

  /** By itself, from the definitions. */
  static List<String> local(
      URI front, String token, String secret, List<String> flags, List<FlagUsers.User> users)
      throws Exception {
    return evaluate(
        config(front, token).personalApiKey(secret).localEvaluation(true).build(), flags, users);
  }

  private static PostHogConfig.Builder config(URI front, String token) {
    return PostHogConfig.builder(token)
        .host(front.toString())
        .sendFeatureFlagEvent(false)
        .preloadFeatureFlags(false);
  }

  private static List<String> evaluate(
      PostHogConfig config, List<String> flags, List<FlagUsers.User> users) throws Exception {
    PostHogInterface client = PostHog.with(config);
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<String>> answers = new ArrayList<>();
      for (FlagUsers.User user : users) {
        answers.add(threads.submit(() -> answers(client, flags, user)));
      }
      List<String> all = new ArrayList<>();
      for (Future<String> answer : answers) {
        all.add(answer.get());
      }
      return all;
    } finally {
      client.close();
    }
  }

  private static String answers(PostHogInterface client, List<String> flags, FlagUsers.User user) {
    PostHogFeatureFlagOptions options =
        PostHogFeatureFlagOptions.builder()
            .group("company", user.company())
            .personProperties(new HashMap<>(user.properties()))
            .groupProperties(
                new HashMap<>(java.util.Map.of("company", new HashMap<>(user.companyProperties()))))
            .build();
    return flags.stream()
        .sorted()
        .map(flag -> flag + "=" + client.getFeatureFlag(user.distinctId(), flag, options))
        .collect(Collectors.joining(","));
  }
}
