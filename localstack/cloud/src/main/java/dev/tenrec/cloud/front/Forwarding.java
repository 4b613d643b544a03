package dev.tenrec.cloud.front;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a policy passes on to the origin. A behaviour has two, that of its cache key and that of its
 * origin requests; what either takes is passed on.
 */
record Forwarding(Choice headers, Choice cookies, Choice parameters) {
  static final Forwarding NOTHING = new Forwarding(Choice.NONE, Choice.NONE, Choice.NONE);
  static final Forwarding EVERYTHING = new Forwarding(Choice.ALL, Choice.ALL, Choice.ALL);

  /** The policies that AWS has made, by their ids. */
  static final Map<String, Forwarding> MANAGED =
      Map.ofEntries(
          // CachingDisabled
          Map.entry("4135ea2d-6df8-44a3-9df3-4b5a84be39ad", NOTHING),
          // CachingOptimized
          Map.entry(
              "658327ea-f89d-4fab-a63d-7e88639e58f6",
              new Forwarding(Choice.these("accept-encoding"), Choice.NONE, Choice.NONE)),
          // CachingOptimizedForUncompressedObjects
          Map.entry("b2884449-e4de-46a7-ac36-70bc7f1ddd6d", NOTHING),
          // UseOriginCacheControlHeaders
          Map.entry(
              "83da9c7e-98b4-4e11-a168-04f0df8e2c65",
              new Forwarding(
                  Choice.these("host", "origin", "accept-encoding"), Choice.ALL, Choice.NONE)),
          // UseOriginCacheControlHeaders-QueryStrings
          Map.entry(
              "4cc15a8a-d715-48a4-82b8-cc0b614638fe",
              new Forwarding(
                  Choice.these("host", "origin", "accept-encoding"), Choice.ALL, Choice.ALL)),
          // AllViewer
          Map.entry("216adef6-5c7f-47e4-b989-5492eafa07d3", EVERYTHING),
          // AllViewerExceptHostHeader
          Map.entry(
              "b689b0a8-53d0-40ab-baf2-68738e2966ac",
              new Forwarding(Choice.allBut("host"), Choice.ALL, Choice.ALL)),
          // CORS-CustomOrigin
          Map.entry(
              "59781a5b-3903-41f3-afcb-af62929ccde1",
              new Forwarding(Choice.these("origin"), Choice.NONE, Choice.NONE)),
          // CORS-S3Origin
          Map.entry(
              "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf",
              new Forwarding(
                  Choice.these(
                      "origin", "access-control-request-method", "access-control-request-headers"),
                  Choice.NONE,
                  Choice.NONE)),
          // UserAgentRefererHeaders
          Map.entry(
              "acba4595-bd28-49b8-b9fe-13317c0390fa",
              new Forwarding(Choice.these("user-agent", "referer"), Choice.NONE, Choice.NONE)));

  Forwarding {
    requireNonNull(headers, "headers is null");
    requireNonNull(cookies, "cookies is null");
    requireNonNull(parameters, "parameters is null");
  }

  /** The parameters of a query that one of two policies takes. */
  static String query(Forwarding one, Forwarding other, String query) {
    if (query.isEmpty()
        || one.parameters.kind() == Choice.Kind.ALL
        || other.parameters.kind() == Choice.Kind.ALL) {
      return query;
    }
    return Stream.of(query.split("&", -1))
        .filter(
            pair -> {
              String name = pair.split("=", 2)[0];
              return one.parameters.takes(name) || other.parameters.takes(name);
            })
        .collect(Collectors.joining("&"));
  }

  /** The cookies that one of two policies takes. */
  static String cookies(Forwarding one, Forwarding other, String cookies) {
    return Stream.of(cookies.split(";", -1))
        .map(String::strip)
        .filter(
            cookie -> {
              String name = cookie.split("=", 2)[0];
              return one.cookies.takes(name) || other.cookies.takes(name);
            })
        .collect(Collectors.joining("; "));
  }
}
