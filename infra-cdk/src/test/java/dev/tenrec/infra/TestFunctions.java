package dev.tenrec.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.infra.settings.Memory;
import dev.tenrec.infra.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TestFunctions {
  private static final Template COMPUTE = Synthesis.standard().compute();

  private final Map<String, JsonNode> functions = COMPUTE.properties("AWS::Lambda::Function");

  @Test
  void thereIsOneFunctionForEachCapability() {
    assertThat(functions.keySet())
        .containsExactlyInAnyOrder(
            "ApiFunction",
            "AssetsFunction",
            "CaptureFunction",
            "CommitFunction",
            "ErrorsFunction",
            "FlagsFunction",
            "IngestFunction",
            "LakeFunction",
            "MaintenanceFunction",
            "QueryFunction",
            "ReplayFunction",
            "WorkflowsFunction");
  }

  @Test
  void everyFunctionRunsJava25OnArmFromASnapshot() {
    functions.forEach(
        (name, function) -> {
          assertThat(function.path("Runtime").asText()).as(name).isEqualTo("java25");
          assertThat(function.path("Architectures")).as(name).hasToString("[\"arm64\"]");
          assertThat(function.at("/SnapStart/ApplyOn").asText())
              .as(name)
              .isEqualTo("PublishedVersions");
        });
  }

  @Test
  void everyFunctionIsReachedThroughTheAliasLiveOfItsPublishedVersion() {
    Map<String, JsonNode> aliases = COMPUTE.properties("AWS::Lambda::Alias");
    functions
        .keySet()
        .forEach(
            name -> {
              JsonNode alias = aliases.get(name + "Live");
              assertThat(alias.path("Name").asText()).as(name).isEqualTo("live");
              assertThat(Template.text(alias.path("FunctionName"))).as(name).isEqualTo(name);
              assertThat(alias.at("/FunctionVersion/Fn::GetAtt/0").asText())
                  .as(name)
                  .startsWith(name + "CurrentVersion");
            });
    assertThat(aliases).hasSameSizeAs(functions);
  }

  @Test
  void everyFunctionLogsJsonToAGroupOfItsOwnThatForgets() {
    Map<String, JsonNode> groups = COMPUTE.properties("AWS::Logs::LogGroup");
    functions.forEach(
        (name, function) -> {
          JsonNode logging = function.path("LoggingConfig");
          assertThat(logging.path("LogFormat").asText()).as(name).isEqualTo("JSON");
          assertThat(logging.path("SystemLogLevel").asText()).as(name).isEqualTo("WARN");
          assertThat(Template.text(logging.path("LogGroup"))).as(name).isEqualTo(name + "Logs");
          assertThat(groups.get(name + "Logs").path("RetentionInDays").asInt())
              .as(name)
              .isEqualTo(30);
        });
    assertThat(groups).hasSameSizeAs(functions);
  }

  @Test
  void everyFunctionHasARoleOfItsOwn() {
    functions.forEach(
        (name, function) ->
            assertThat(Template.text(function.path("Role"))).isEqualTo(name + "Role"));
  }

  @Test
  void handlersMemoryTimeoutAndEnvironmentAreTheContractWithTheModules() {
    List<String> lines = new ArrayList<>();
    Synthesis.twoStreams()
        .compute()
        .properties("AWS::Lambda::Function")
        .forEach(
            (name, function) ->
                lines.add(
                    "%s %s %s MB %s s %s"
                        .formatted(
                            name,
                            function.path("Handler").asText(),
                            function.path("MemorySize"),
                            function.path("Timeout"),
                            environment(function))));
    assertThat(lines).containsExactlyInAnyOrderElementsOf(Lines.of("functions.txt"));
  }

  @Test
  void theSetupCodeIsASecretParameterThatMayStayEmpty() {
    JsonNode parameter = COMPUTE.json().at("/Parameters/SetupCode");
    assertThat(parameter.path("NoEcho").asBoolean()).isTrue();
    assertThat(parameter.path("Default").asText("missing")).isEmpty();
    assertThat(Template.text(functions.get("ApiFunction").at("/Environment/Variables/SETUP_CODE")))
        .isEqualTo("SetupCode");
  }

  @Test
  void concurrencyIsOnlyReservedWhenAskedFor() {
    assertThat(functions.values()).noneMatch(f -> f.has("ReservedConcurrentExecutions"));
    Map<String, JsonNode> capped =
        Synthesis.of(TestSettingsInTemplates.OTHER).compute().properties("AWS::Lambda::Function");
    assertThat(capped.get("CaptureFunction").path("ReservedConcurrentExecutions").asInt())
        .isEqualTo(20);
    assertThat(capped.get("IngestFunction").has("ReservedConcurrentExecutions")).isFalse();
  }

  @Test
  void noFunctionNeedsMoreMemoryThanANewAccountMayUse() {
    Memory memory = Settings.DEFAULTS.memory();
    assertThat(
            List.of(
                memory.capture(),
                memory.ingest(),
                memory.lake(),
                memory.commit(),
                memory.maintenance(),
                memory.api(),
                memory.query(),
                memory.flags(),
                memory.workflows(),
                memory.replay(),
                memory.errors(),
                memory.assets()))
        .allMatch(megabytes -> megabytes <= 3008);
  }

  private static Map<String, String> environment(JsonNode function) {
    Map<String, String> environment = new TreeMap<>();
    function
        .at("/Environment/Variables")
        .properties()
        .forEach(entry -> environment.put(entry.getKey(), Template.text(entry.getValue())));
    return environment;
  }
}
