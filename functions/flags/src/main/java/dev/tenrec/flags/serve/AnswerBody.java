package dev.tenrec.flags.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.flags.FlagAnswer;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.remoteconfig.RemoteConfig;
import dev.tenrec.stores.projects.Project;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** What an SDK gets: the flags in the shape it understands and, if it asks, its configuration. */
final class AnswerBody {
  private static final Set<String> OFF = Set.of("false", "0", "no");

  private final RemoteConfig configs;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  AnswerBody(RemoteConfig configs, InstantSource clock, Supplier<UUID> ids) {
    this.configs = configs;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * The flags.
   *
   * @param incomplete whether an SDK should keep what it knew of flags that are missing here
   */
  ObjectNode of(HttpRequest request, Collection<FlagAnswer> answers, boolean incomplete) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("errorsWhileComputingFlags", incomplete);
    AnswerShape.of(request).write(answers, body);
    body.putArray("supportedCompression").add("gzip").add("gzip-js");
    body.put("requestId", ids.get().toString());
    return body.put("evaluatedAt", clock.millis());
  }

  /** Adds the project's configuration, if the request asks for it. */
  void addConfig(HttpRequest request, Project project, ObjectNode body) {
    if (wantsConfig(request)) {
      body.setAll(configs.of(project));
      body.put("isAuthenticated", false).putObject("toolbarParams");
      body.putObject("config").put("enable_collect_everything", true);
    }
  }

  private static boolean wantsConfig(HttpRequest request) {
    Optional<String> config = request.parameter("config");
    if (config.isPresent()) {
      return isOn(config);
    }
    return request.route().equals("/decide")
        || (request.parameter("v").isEmpty() && request.parameter("version").isEmpty());
  }

  static boolean isOn(Optional<String> parameter) {
    return parameter.filter(value -> !OFF.contains(value)).isPresent();
  }
}
