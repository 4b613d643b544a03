package dev.tenrec.infra.compute;

import dev.tenrec.infra.settings.Domain;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.AddBehaviorOptions;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.PriceClass;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.FunctionUrlOrigin;
import software.amazon.awscdk.services.lambda.FunctionUrl;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.AaaaRecord;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.route53.targets.CloudFrontTarget;
import software.constructs.Construct;

/**
 * One host for everything: the console, the API, and what SDKs send to and load from. The first
 * path pattern that fits decides which function answers; the console takes the rest.
 */
public final class Edge extends Construct {
  private final Distribution distribution;
  private final String host;

  public Edge(Construct scope, String id, Functions functions, Optional<Domain> domain) {
    super(scope, id);
    IOrigin assets = origin(functions.assets());
    IOrigin api = origin(functions.api());
    IOrigin capture = origin(functions.capture());
    Distribution.Builder builder =
        Distribution.Builder.create(this, "Distribution")
            .comment("Tenrec")
            .httpVersion(HttpVersion.HTTP2_AND_3)
            .priceClass(PriceClass.PRICE_CLASS_ALL)
            .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
            .defaultBehavior(
                BehaviorOptions.builder()
                    .origin(assets)
                    .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
                    .allowedMethods(AllowedMethods.ALLOW_ALL)
                    .cachePolicy(CachePolicy.CACHING_DISABLED)
                    .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
                    .build());
    domain.ifPresent(
        own ->
            builder
                .domainNames(List.of(own.name()))
                .certificate(
                    Certificate.fromCertificateArn(this, "Certificate", own.certificateArn())));
    distribution = builder.build();
    distribution.addBehavior("/static/*", assets, cached());
    dynamic(assets, "/array/*");
    Optional<IOrigin> query = functions.query().map(Edge::origin);
    Optional<IOrigin> flags = functions.flags().map(Edge::origin);
    query.ifPresent(it -> dynamic(it, "/api/projects/*/query*", "/api/environments/*/query*"));
    flags.ifPresent(
        it ->
            dynamic(
                it,
                "/flags*",
                "/decide*",
                "/api/feature_flag/local_evaluation*",
                "/api/*/feature_flags/*/remote_config*",
                "/api/*/feature_flags/*/test_evaluation*",
                "/api/*/feature_flags/evaluation_reasons*"));
    dynamic(api, "/api/*");
    dynamic(capture, "/e", "/e/", "/i/*", "/capture*", "/track*", "/engage*", "/batch*");
    if (functions.recordings()) {
      dynamic(capture, "/s", "/s/");
    }
    domain.ifPresent(this::name);
    host = domain.map(Domain::name).orElseGet(distribution::getDistributionDomainName);
  }

  /** The distribution. */
  public Distribution distribution() {
    return distribution;
  }

  /** The host of the console, the API and the SDKs. */
  public String host() {
    return host;
  }

  private void name(Domain domain) {
    domain
        .hostedZoneId()
        .ifPresent(
            zoneId -> {
              IHostedZone zone =
                  HostedZone.fromHostedZoneAttributes(
                      this,
                      "Zone",
                      HostedZoneAttributes.builder()
                          .hostedZoneId(zoneId)
                          .zoneName(domain.name())
                          .build());
              RecordTarget target = RecordTarget.fromAlias(new CloudFrontTarget(distribution));
              ARecord.Builder.create(this, "Ipv4").zone(zone).target(target).build();
              AaaaRecord.Builder.create(this, "Ipv6").zone(zone).target(target).build();
            });
  }

  private static IOrigin origin(FunctionUrl url) {
    return FunctionUrlOrigin.Builder.create(url)
        .readTimeout(Duration.seconds(Query.TIMEOUT.toSeconds()))
        .build();
  }

  private void dynamic(IOrigin origin, String... patterns) {
    AddBehaviorOptions options =
        AddBehaviorOptions.builder()
            .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
            .allowedMethods(AllowedMethods.ALLOW_ALL)
            .cachePolicy(CachePolicy.CACHING_DISABLED)
            .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
            .build();
    for (String pattern : patterns) {
      distribution.addBehavior(pattern, origin, options);
    }
  }

  private static AddBehaviorOptions cached() {
    return AddBehaviorOptions.builder()
        .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
        .allowedMethods(AllowedMethods.ALLOW_GET_HEAD_OPTIONS)
        .cachePolicy(CachePolicy.CACHING_OPTIMIZED)
        .compress(true)
        .build();
  }

  /**
   * The functions behind the host.
   *
   * @param assets the console and scripts
   * @param api the API
   * @param capture what SDKs send to
   * @param query queries; empty when analytics is off, and the API says that there are none
   * @param flags flag evaluation; empty when feature flags are off
   * @param recordings whether capture takes session recordings
   */
  public record Functions(
      FunctionUrl assets,
      FunctionUrl api,
      FunctionUrl capture,
      Optional<FunctionUrl> query,
      Optional<FunctionUrl> flags,
      boolean recordings) {}
}
