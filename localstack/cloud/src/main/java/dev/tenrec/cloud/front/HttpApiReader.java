package dev.tenrec.cloud.front;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.cloud.progress.Progress;
import dev.tenrec.cloud.resources.LocalAttributes;
import dev.tenrec.cloud.template.Resource;
import dev.tenrec.cloud.template.Templates;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads an HTTP API from the template. */
final class HttpApiReader {
  private final Templates templates;
  private final Invoker invoker;
  private final Progress progress;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  HttpApiReader(
      Templates templates,
      Invoker invoker,
      Progress progress,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.templates = templates;
    this.invoker = invoker;
    this.progress = progress;
    this.ids = ids;
    this.clock = clock;
  }

  HttpApi read(Resource api) {
    String id = LocalAttributes.name(api, templates);
    List<HttpApi.Target> targets = new ArrayList<>();
    for (Resource route : templates.resources("AWS::ApiGatewayV2::Route")) {
      JsonNode properties = templates.properties(route);
      if (!properties.path("ApiId").asText().equals(id)) {
        continue;
      }
      // integrations/ID
      String target = properties.path("Target").asText();
      Optional<String> function = function(target.substring(target.indexOf('/') + 1));
      if (function.isEmpty()) {
        progress.notice(route + ": its integration is no Lambda function; left out");
      } else {
        targets.add(new HttpApi.Target(properties.path("RouteKey").asText(), function.get()));
      }
    }
    if (templates.property(api, "CorsConfiguration").isPresent()) {
      progress.notice(api + ": CorsConfiguration has no effect here");
    }
    return new HttpApi(id, targets, invoker, ids, clock);
  }

  private Optional<String> function(String integrationId) {
    return templates.resources("AWS::ApiGatewayV2::Integration").stream()
        .filter(it -> LocalAttributes.name(it, templates).equals(integrationId))
        .findFirst()
        .flatMap(it -> templates.property(it, "IntegrationUri"))
        .map(JsonNode::asText)
        .map(uri -> uri.replaceFirst("^.*/functions/(arn:.*)/invocations$", "$1"))
        .filter(uri -> uri.contains(":function:"));
  }
}
