package dev.tenrec.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.cloud.testing.TestingAssembly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestAssembly {
  @TempDir Path directory;

  @Test
  void stacksComeAfterTheStacksTheyDependOn() {
    Path written =
        new TestingAssembly(directory)
            .stack("Compute", "{}", "State")
            .stack("State", "{}", "Network")
            .stack("Network", "{}")
            .write();

    assertThat(Assembly.read(written).stacks())
        .extracting(StackTemplate::name)
        .containsExactly("Network", "State", "Compute");
  }

  @Test
  void anAssetIsFoundByItsObjectKey() {
    Path written = new TestingAssembly(directory).stack("Compute", "{}").write();

    Assembly assembly = Assembly.read(written);

    assertThat(assembly.asset(TestingAssembly.ZIP))
        .hasValueSatisfying(zip -> assertThat(zip).isRegularFile());
    assertThat(assembly.asset("other.zip")).isEmpty();
  }

  @Test
  void aStackThatIsBoundToNoRegionHasNone() {
    Path written = new TestingAssembly(directory).stack("Compute", "{}").write();

    assertThat(Assembly.read(written).stacks())
        .allSatisfy(
            stack -> {
              assertThat(stack.region()).isEmpty();
              assertThat(stack.account()).isEmpty();
            });
  }

  @Test
  void whereAResourceComesFromIsKnownFromTheMetadata() throws IOException {
    Path written = new TestingAssembly(directory).stack("Compute", "{}").write();
    Files.writeString(
        written.resolve("manifest.json"),
        """
        {"artifacts":{"Compute":{"type":"aws:cloudformation:stack",
          "properties":{"templateFile":"Compute.template.json"},
          "metadata":{"/Compute/Queue/Resource":[{"type":"aws:cdk:logicalId","data":"Queue1F"}]},
          "additionalMetadataFile":"Compute.metadata.json"}}}
        """);
    Files.writeString(
        written.resolve("Compute.metadata.json"),
        """
        {"/Compute/Api/Function/Resource":[{"type":"aws:cdk:creationStack","data":[]},
          {"type":"aws:cdk:logicalId","data":"ApiFunction52E267E3"}]}
        """);

    assertThat(Assembly.read(written).stacks().getFirst().constructPaths())
        .containsOnly(
            Map.entry("Queue1F", "Compute/Queue/Resource"),
            Map.entry("ApiFunction52E267E3", "Compute/Api/Function/Resource"));
  }

  @Test
  void theStacksOfANestedStageAreFound() throws IOException {
    new TestingAssembly(directory.resolve("assembly-Prod")).stack("Compute", "{}").write();
    Files.writeString(
        directory.resolve("manifest.json"),
        """
        {"artifacts":{"assembly-Prod":{"type":"cdk:cloud-assembly",
          "properties":{"directoryName":"assembly-Prod"}}}}
        """);

    assertThat(Assembly.read(directory).stacks())
        .extracting(StackTemplate::name)
        .containsExactly("Compute");
  }

  @Test
  void aDirectoryThatIsNoAssemblyIsRefusedWithTheCure() {
    assertThatThrownBy(() -> Assembly.read(directory))
        .isInstanceOf(AssemblyException.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContaining("cdk synth");
  }

  @Test
  void anAssemblyThatWasCutOffIsRefusedWithTheFile() throws IOException {
    Path written = new TestingAssembly(directory).stack("Compute", "{}").write();
    Files.writeString(written.resolve("Compute.template.json"), "{\"Resources\":");

    assertThatThrownBy(() -> Assembly.read(written))
        .isInstanceOf(AssemblyException.class)
        .hasMessageContaining("Compute.template.json");
  }
}
