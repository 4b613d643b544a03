package dev.tenrec.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestMain {
  private static final List<String> MODULES =
      List.of(
          "functions/capture",
          "functions/ingest",
          "functions/lake",
          "functions/commit",
          "functions/maintenance",
          "functions/api",
          "functions/flags",
          "functions/workflows",
          "functions/replay",
          "functions/errors",
          "functions/assets",
          "query/function");

  @TempDir Path repository;

  @BeforeEach
  void buildARepository() throws IOException {
    Files.createDirectories(repository.resolve("infra-cdk"));
    Files.createFile(repository.resolve("infra-cdk/pom.xml"));
    for (String module : MODULES) {
      Path target = Files.createDirectories(repository.resolve(module).resolve("target"));
      Path zip = Placeholders.zips(repository.resolve("zips")).zip(module);
      Files.copy(zip, target.resolve("function.zip"));
    }
  }

  @Test
  void writesACloudAssemblyOfTheSettingsInTheContext() throws Exception {
    Program.Outcome outcome =
        main(
            Map.of(
                "CDK_CONTEXT_JSON",
                "{\"tenrec\":{\"name\":\"mine\"},\"tenrec.freshness\":\"local\"}"));
    assertThat(outcome.status()).as(outcome.output()).isZero();
    JsonNode compute =
        new ObjectMapper().readTree(assembly().resolve("mine-compute.template.json").toFile());
    assertThat(compute.findValuesAsText("MaximumBatchingWindowInSeconds"))
        .containsExactlyInAnyOrder("1", "1", "1", "3", "3", "3");
  }

  @Test
  void saysInOneLineWhatIsWrongWithASetting() throws Exception {
    Files.writeString(repository.resolve("tenrec.json"), "{\"retention\": {\"logDays\": 31}}");
    Program.Outcome outcome = main(Map.of());
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output())
        .contains("tenrec.json: retention.logDays is 31: CloudWatch Logs knows only")
        .doesNotContain("Exception");
  }

  @Test
  void saysHowToBuildAFunctionThatIsMissing() throws Exception {
    Files.delete(repository.resolve("functions/lake/target/function.zip"));
    Program.Outcome outcome = main(Map.of());
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output())
        .contains("functions/lake/target/function.zip does not exist: build it with: mvn -pl")
        .doesNotContain("Exception");
  }

  private Path assembly() {
    return repository.resolve("cdk.out");
  }

  private Program.Outcome main(Map<String, String> environment) throws Exception {
    Map<String, String> all = new HashMap<>(environment);
    all.put("CDK_OUTDIR", assembly().toString());
    return Program.run(Main.class, repository, all);
  }
}
