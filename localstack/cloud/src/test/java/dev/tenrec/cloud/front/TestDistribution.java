package dev.tenrec.cloud.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenrec.cloud.functions.InvocationResult;
import dev.tenrec.cloud.template.Assembly;
import dev.tenrec.cloud.template.Place;
import dev.tenrec.cloud.template.Templates;
import dev.tenrec.cloud.testing.FixedAttributes;
import dev.tenrec.cloud.testing.TestingAssembly;
import dev.tenrec.cloud.testing.TestingProgress;
import dev.tenrec.cloud.web.WebRequest;
import dev.tenrec.cloud.web.WebResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestDistribution {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEMPLATE =
      """
      {"Resources":{
        "Own":{"Type":"AWS::CloudFront::OriginRequestPolicy","Properties":{
          "OriginRequestPolicyConfig":{"Name":"own",
            "HeadersConfig":{"HeaderBehavior":"whitelist","Headers":["X-Wanted"]},
            "CookiesConfig":{"CookieBehavior":"whitelist","Cookies":["wanted"]},
            "QueryStringsConfig":{"QueryStringBehavior":"allExcept","QueryStrings":["secret"]}}}},
        "Edge":{"Type":"AWS::CloudFront::Distribution","Properties":{"DistributionConfig":{
          "DefaultRootObject":"index.html",
          "Origins":[
            {"Id":"assets","DomainName":"assets.local","OriginPath":"/v1",
             "OriginCustomHeaders":[{"HeaderName":"X-Origin-Secret","HeaderValue":"s3cret"}]},
            {"Id":"capture","DomainName":"capture.local"},
            {"Id":"bucket","DomainName":"bucket.s3.amazonaws.com"}],
          "CacheBehaviors":[
            {"PathPattern":"/static/*","TargetOriginId":"assets",
             "CachePolicyId":"658327ea-f89d-4fab-a63d-7e88639e58f6"},
            {"PathPattern":"/e","TargetOriginId":"capture",
             "AllowedMethods":["GET","HEAD","OPTIONS","PUT","PATCH","POST","DELETE"],
             "CachePolicyId":"4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
             "OriginRequestPolicyId":"b689b0a8-53d0-40ab-baf2-68738e2966ac"},
            {"PathPattern":"/own/*","TargetOriginId":"capture",
             "CachePolicyId":"4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
             "OriginRequestPolicyId":{"Ref":"Own"}},
            {"PathPattern":"/files/*","TargetOriginId":"bucket",
             "ResponseHeadersPolicyId":"x",
             "CachePolicyId":"4135ea2d-6df8-44a3-9df3-4b5a84be39ad"}],
          "DefaultCacheBehavior":{"TargetOriginId":"assets",
             "CachePolicyId":"4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
             "OriginRequestPolicyId":"216adef6-5c7f-47e4-b989-5492eafa07d3"}}}}}}
      """;

  @TempDir Path directory;
  private final TestingProgress progress = new TestingProgress();
  private Distribution distribution;

  @BeforeEach
  void read() {
    Templates templates =
        new Templates(
            Assembly.read(new TestingAssembly(directory).stack("Main", TEMPLATE).write()),
            Map.of(),
            Place.LOCAL,
            new NamedAttributes(),
            progress);
    distribution =
        new DistributionReader(
                templates,
                Map.of("assets.local", function("assets"), "capture.local", function("capture")),
                progress,
                UUID::randomUUID)
            .read(templates.resources("AWS::CloudFront::Distribution").getFirst());
  }

  @ParameterizedTest
  @CsvSource({
    "/static/a/b.js, assets, /v1/static/a/b.js",
    "/e, capture, /e",
    "/e/, assets, /v1/e/",
    "/E, assets, /v1/E",
    "/own/x, capture, /own/x",
    "/, assets, /v1/index.html",
    "/project/1, assets, /v1/project/1"
  })
  void theFirstPatternThatFitsCounts(String path, String function, String seen) throws IOException {
    JsonNode event = ask(Requests.get(path));

    assertThat(event.path("function").asText()).isEqualTo(function);
    assertThat(event.path("rawPath").asText()).isEqualTo(seen);
  }

  @Test
  void everythingButTheHostIsPassedOnWhereThePolicySaysSo() throws IOException {
    JsonNode event =
        ask(
            Requests.request(
                "POST",
                "/e?ip=0&_=1",
                "{}",
                "authorization",
                "Bearer x",
                "cookie",
                "a=1",
                "content-type",
                "text/plain",
                "user-agent",
                "browser",
                "x-forwarded-for",
                "203.0.113.9"));

    assertThat(event.at("/headers/host").asText()).isEqualTo("capture.local");
    assertThat(event.at("/headers/authorization").asText()).isEqualTo("Bearer x");
    assertThat(event.at("/headers/user-agent").asText()).isEqualTo("browser");
    assertThat(event.at("/headers/x-forwarded-for").asText()).isEqualTo("203.0.113.9,192.0.2.7");
    assertThat(event.at("/cookies/0").asText()).isEqualTo("a=1");
    assertThat(event.path("rawQueryString").asText()).isEqualTo("ip=0&_=1");
    assertThat(event.path("body").asText()).isEqualTo("{}");
  }

  @Test
  void aCachedPathPassesOnNothingThatIsNotInItsKey() throws IOException {
    JsonNode event =
        ask(
            Requests.get(
                "/static/a.js?v=1",
                "authorization",
                "Bearer x",
                "cookie",
                "a=1",
                "user-agent",
                "browser",
                "accept-encoding",
                "gzip",
                "if-none-match",
                "\"1\""));

    assertThat(event.path("rawQueryString").asText()).isEmpty();
    assertThat(event.has("cookies")).isFalse();
    assertThat(event.path("headers").has("authorization")).isFalse();
    assertThat(event.at("/headers/user-agent").asText()).isEqualTo("Amazon CloudFront");
    assertThat(event.at("/headers/accept-encoding").asText()).isEqualTo("gzip");
    assertThat(event.at("/headers/if-none-match").asText()).isEqualTo("\"1\"");
  }

  @Test
  void aPolicyOfTheTemplateDecidesPartByPart() throws IOException {
    JsonNode event =
        ask(
            Requests.get(
                "/own/x?a=1&secret=2&b",
                "x-wanted",
                "yes",
                "x-other",
                "no",
                "cookie",
                "other=1; wanted=2"));

    assertThat(event.path("rawQueryString").asText()).isEqualTo("a=1&b");
    assertThat(event.at("/headers/x-wanted").asText()).isEqualTo("yes");
    assertThat(event.path("headers").has("x-other")).isFalse();
    assertThat(event.path("cookies")).hasSize(1);
    assertThat(event.at("/cookies/0").asText()).isEqualTo("wanted=2");
  }

  @Test
  void theOriginsOwnHeadersAreAddedAndTheHostMayBeTheViewers() throws IOException {
    JsonNode event = ask(Requests.get("/x", "x-origin-secret", "guess"));

    assertThat(event.at("/headers/x-origin-secret").asText()).isEqualTo("s3cret");
    assertThat(event.at("/headers/host").asText()).isEqualTo("shop.example:8010");
  }

  @Test
  void aMethodThatIsNotAllowedIsRefused() {
    assertThat(distribution.handle(Requests.request("POST", "/static/a.js", "x")).status())
        .isEqualTo(403);
  }

  @Test
  void whatHasNoEffectIsNamed() {
    assertThat(distribution.handle(Requests.get("/files/a")).status()).isEqualTo(502);
    assertThat(progress.notices())
        .containsExactly(
            "Main/Edge: origin bucket.s3.amazonaws.com is no function URL; what goes there"
                + " answers 502",
            "Main/Edge: ResponseHeadersPolicyId has no effect here");
  }

  @Test
  void aBodyThatIsTooLargeIsAnswered413() {
    WebRequest request = new WebRequest("POST", "/e", "", Map.of(), new byte[0], true, "192.0.2.7");

    assertThat(distribution.handle(request).status()).isEqualTo(413);
  }

  private JsonNode ask(WebRequest request) throws IOException {
    WebResponse response = distribution.handle(request);
    assertThat(response.status()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private static FunctionUrl function(String name) {
    return new FunctionUrl(
        name,
        name,
        (function, event) -> {
          String echo = new String(event, StandardCharsets.UTF_8);
          return new InvocationResult.Answer(
              ("{\"function\":\"" + function + "\"," + echo.substring(1))
                  .getBytes(StandardCharsets.UTF_8));
        },
        UUID::randomUUID,
        InstantSource.system());
  }

  /** References as the local cloud makes them: the name, which is what policies are found by. */
  private static final class NamedAttributes implements dev.tenrec.cloud.template.Attributes {
    private final FixedAttributes others = new FixedAttributes();

    @Override
    public java.util.Optional<JsonNode> reference(
        dev.tenrec.cloud.template.Resource resource, Templates templates) {
      return java.util.Optional.of(
          com.fasterxml.jackson.databind.node.TextNode.valueOf(
              dev.tenrec.cloud.resources.LocalAttributes.name(resource, templates)));
    }

    @Override
    public java.util.Optional<JsonNode> attribute(
        dev.tenrec.cloud.template.Resource resource, String name, Templates templates) {
      return others.attribute(resource, name, templates);
    }

    @Override
    public java.util.Optional<String> dynamic(String service, String key, Templates templates) {
      return others.dynamic(service, key, templates);
    }
  }
}
