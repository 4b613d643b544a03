package dev.tenrec.cloud.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.cloud.progress.Progress;
import dev.tenrec.cloud.resources.LocalAttributes;
import dev.tenrec.cloud.template.Resource;
import dev.tenrec.cloud.template.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads a distribution from the template. */
final class DistributionReader {
  private static final List<String> WITHOUT_EFFECT =
      List.of(
          "FunctionAssociations",
          "LambdaFunctionAssociations",
          "ResponseHeadersPolicyId",
          "TrustedKeyGroups");

  private final Templates templates;
  private final Map<String, FunctionUrl> functions;
  private final Progress progress;
  private final Supplier<UUID> ids;

  /**
   * Prepares to read.
   *
   * @param functions the function URLs by host and port
   */
  DistributionReader(
      Templates templates,
      Map<String, FunctionUrl> functions,
      Progress progress,
      Supplier<UUID> ids) {
    this.templates = templates;
    this.functions = functions;
    this.progress = progress;
    this.ids = ids;
  }

  Distribution read(Resource resource) {
    JsonNode config = templates.properties(resource).path("DistributionConfig");
    Map<String, Origin> origins = new HashMap<>();
    for (JsonNode origin : config.path("Origins")) {
      origins.put(origin.path("Id").asText(), origin(resource, origin));
    }
    List<Behavior> behaviors = new ArrayList<>();
    for (JsonNode behavior : config.path("CacheBehaviors")) {
      behavior(resource, behavior, behavior.path("PathPattern").asText(), origins)
          .ifPresent(behaviors::add);
    }
    behavior(resource, config.path("DefaultCacheBehavior"), "*", origins).ifPresent(behaviors::add);
    return new Distribution(behaviors, config.path("DefaultRootObject").asText(""), ids);
  }

  private Origin origin(Resource resource, JsonNode origin) {
    Map<String, String> headers = new HashMap<>();
    for (JsonNode header : origin.path("OriginCustomHeaders")) {
      headers.put(
          header.path("HeaderName").asText().toLowerCase(Locale.ROOT),
          header.path("HeaderValue").asText());
    }
    String domain = origin.path("DomainName").asText();
    Optional<FunctionUrl> function = Optional.ofNullable(functions.get(domain));
    if (function.isEmpty()) {
      progress.notice(
          resource + ": origin " + domain + " is no function URL; what goes there answers 502");
    }
    return new Origin(domain, origin.path("OriginPath").asText(""), headers, function);
  }

  private Optional<Behavior> behavior(
      Resource resource, JsonNode behavior, String pattern, Map<String, Origin> origins) {
    for (String name : WITHOUT_EFFECT) {
      if (!behavior.path(name).isMissingNode() && !behavior.path(name).toString().equals("[]")) {
        progress.notice(resource + ": " + name + " has no effect here");
      }
    }
    Origin origin = origins.get(behavior.path("TargetOriginId").asText());
    if (origin == null) {
      progress.notice(resource + ": behaviour " + pattern + " has no origin; left out");
      return Optional.empty();
    }
    Set<String> methods = new HashSet<>();
    behavior.path("AllowedMethods").forEach(method -> methods.add(method.asText()));
    return Optional.of(
        new Behavior(
            new PathPattern(pattern),
            origin,
            methods.isEmpty() ? Set.of("GET", "HEAD") : methods,
            behavior.has("ForwardedValues")
                ? legacy(behavior.get("ForwardedValues"))
                : policy(resource, behavior, "CachePolicyId", "AWS::CloudFront::CachePolicy"),
            policy(
                resource,
                behavior,
                "OriginRequestPolicyId",
                "AWS::CloudFront::OriginRequestPolicy")));
  }

  private Forwarding policy(Resource resource, JsonNode behavior, String property, String type) {
    String id = behavior.path(property).asText("");
    if (id.isEmpty()) {
      return Forwarding.NOTHING;
    }
    if (Forwarding.MANAGED.containsKey(id)) {
      return Forwarding.MANAGED.get(id);
    }
    return templates.resources(type).stream()
        .filter(policy -> LocalAttributes.name(policy, templates).equals(id))
        .findFirst()
        .map(policy -> own(templates.properties(policy)))
        .orElseGet(
            () -> {
              progress.notice(
                  resource + ": " + property + " " + id + " is not known; everything is passed on");
              return Forwarding.EVERYTHING;
            });
  }

  private static Forwarding own(JsonNode properties) {
    JsonNode config =
        properties.has("CachePolicyConfig")
            ? properties.at("/CachePolicyConfig/ParametersInCacheKeyAndForwardedToOrigin")
            : properties.path("OriginRequestPolicyConfig");
    Choice headers = part(config.path("HeadersConfig"), "Header", "Headers");
    boolean encoding =
        config.path("EnableAcceptEncodingGzip").asBoolean()
            || config.path("EnableAcceptEncodingBrotli").asBoolean();
    return new Forwarding(
        encoding ? headers.and("accept-encoding") : headers,
        part(config.path("CookiesConfig"), "Cookie", "Cookies"),
        part(config.path("QueryStringsConfig"), "QueryString", "QueryStrings"));
  }

  private static Choice part(JsonNode config, String singular, String plural) {
    return Choice.read(config.path(singular + "Behavior").asText("none"), config.path(plural));
  }

  private static Forwarding legacy(JsonNode values) {
    JsonNode headers = values.path("Headers");
    boolean allHeaders = headers.path(0).asText().equals("*");
    JsonNode cookies = values.path("Cookies");
    return new Forwarding(
        allHeaders ? Choice.ALL : Choice.read("whitelist", headers),
        Choice.read(cookies.path("Forward").asText("none"), cookies.path("WhitelistedNames")),
        values.path("QueryString").asBoolean()
            ? Choice.ALL
            : Choice.read("none", JsonNodeFactory.instance.arrayNode()));
  }
}
