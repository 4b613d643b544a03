package dev.tenrec.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.infra.settings.Product;
import dev.tenrec.infra.settings.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestEdge {
  private static final String CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
  private static final String CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6";
  private static final String ALL_BUT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

  private final JsonNode distribution = distribution(Synthesis.standard());

  @Test
  void theFirstPatternThatFitsDecidesWhichFunctionAnswers() {
    assertThat(routes(distribution))
        .containsExactly(
            "/static/* Assets",
            "/array/* Assets",
            "/api/projects/*/query* Query",
            "/api/environments/*/query* Query",
            "/flags* Flags",
            "/decide* Flags",
            "/api/feature_flag/local_evaluation* Flags",
            "/api/*/feature_flags/*/remote_config* Flags",
            "/api/*/feature_flags/*/test_evaluation* Flags",
            "/api/*/feature_flags/evaluation_reasons* Flags",
            "/api/* Api",
            "/e Capture",
            "/e/ Capture",
            "/i/* Capture",
            "/capture* Capture",
            "/track* Capture",
            "/engage* Capture",
            "/batch* Capture",
            "/s Capture",
            "/s/ Capture",
            "default Assets");
  }

  @Test
  void aProductThatIsOffHasNeitherFunctionNorRoute() {
    Synthesis collecting = Synthesis.of(Settings.DEFAULTS.with(Set.of()));
    assertThat(routes(distribution(collecting)))
        .noneMatch(route -> route.endsWith(" Query") || route.endsWith(" Flags"))
        .noneMatch(route -> route.startsWith("/s "))
        .contains("/api/* Api");
    assertThat(collecting.compute().properties("AWS::Lambda::Function"))
        .doesNotContainKeys("QueryFunction", "FlagsFunction", "ReplayFunction");
    Synthesis asking = Synthesis.of(Settings.DEFAULTS.with(Set.of(Product.ANALYTICS)));
    assertThat(routes(distribution(asking)))
        .noneMatch(route -> route.endsWith(" Flags"))
        .contains("/api/projects/*/query* Query");
  }

  @Test
  void onlyStaticFilesAreCached() {
    for (JsonNode behavior : behaviors(distribution)) {
      boolean isStatic = behavior.path("PathPattern").asText().equals("/static/*");
      assertThat(behavior.path("CachePolicyId").asText())
          .as(behavior.path("PathPattern").asText())
          .isEqualTo(isStatic ? CACHING_OPTIMIZED : CACHING_DISABLED);
    }
  }

  @Test
  void everythingElseIsPassedOnWithEveryMethodAndHeaderButTheHost() {
    for (JsonNode behavior : behaviors(distribution)) {
      if (!behavior.path("PathPattern").asText().equals("/static/*")) {
        assertThat(behavior.path("OriginRequestPolicyId").asText()).isEqualTo(ALL_BUT_HOST);
        assertThat(behavior.path("AllowedMethods"))
            .extracting(JsonNode::asText)
            .containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE");
      }
    }
  }

  @Test
  void nothingIsServedWithoutTls() {
    assertThat(behaviors(distribution))
        .extracting(behavior -> behavior.path("ViewerProtocolPolicy").asText())
        .containsOnly("https-only", "redirect-to-https");
    assertThat(distribution.path("Origins"))
        .allMatch(
            origin ->
                origin
                    .at("/CustomOriginConfig/OriginProtocolPolicy")
                    .asText()
                    .equals("https-only"));
  }

  @Test
  void theOutputsSayWhereTheConsoleIsAndWhereEventsGo() {
    JsonNode outputs = Synthesis.standard().compute().json().path("Outputs");
    assertThat(Template.text(outputs.at("/ConsoleUrl/Value")))
        .isEqualTo("https://EdgeDistribution");
    assertThat(Template.text(outputs.at("/CaptureUrl/Value")))
        .isEqualTo("CaptureFunctionLiveFunctionUrl");
  }

  @Test
  void anOwnDomainNamesTheDistributionAndIsPublishedInItsZone() {
    Synthesis named = Synthesis.of(TestSettingsInTemplates.OTHER);
    JsonNode own = distribution(named);
    assertThat(own.path("Aliases").toString()).isEqualTo("[\"events.example.com\"]");
    assertThat(own.at("/ViewerCertificate/AcmCertificateArn").asText())
        .endsWith(":certificate/0123");
    assertThat(own.at("/ViewerCertificate/MinimumProtocolVersion").asText())
        .isEqualTo("TLSv1.2_2021");
    assertThat(named.compute().properties("AWS::Route53::RecordSet").values())
        .extracting(record -> record.path("Name").asText() + " " + record.path("Type").asText())
        .containsExactlyInAnyOrder("events.example.com. A", "events.example.com. AAAA");
    assertThat(named.compute().json().at("/Outputs/ConsoleUrl/Value").asText())
        .isEqualTo("https://events.example.com");
  }

  static JsonNode distribution(Synthesis synthesis) {
    return synthesis
        .compute()
        .properties("AWS::CloudFront::Distribution")
        .get("EdgeDistribution")
        .path("DistributionConfig");
  }

  private static List<JsonNode> behaviors(JsonNode distribution) {
    List<JsonNode> behaviors = new ArrayList<>();
    distribution.path("CacheBehaviors").forEach(behaviors::add);
    behaviors.add(distribution.path("DefaultCacheBehavior"));
    return behaviors;
  }

  private static List<String> routes(JsonNode distribution) {
    Map<String, String> functions = new HashMap<>();
    distribution
        .path("Origins")
        .forEach(
            origin ->
                functions.put(
                    origin.path("Id").asText(),
                    Template.text(origin.path("DomainName"))
                        .replaceFirst("FunctionLiveFunctionUrl$", "")));
    return behaviors(distribution).stream()
        .map(
            behavior ->
                behavior.path("PathPattern").asText("default")
                    + " "
                    + functions.get(behavior.path("TargetOriginId").asText()))
        .toList();
  }
}
