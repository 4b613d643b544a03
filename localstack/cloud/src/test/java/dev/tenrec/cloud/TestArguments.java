package dev.tenrec.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.cloud.functions.FunctionsSettings.Isolation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestArguments {
  @Test
  void theAssemblyIsAllThatIsNeeded() {
    LocalCloudSettings settings = Arguments.parse(List.of("--assembly", "cdk.out"));

    assertThat(settings.assembly()).isEqualTo(Path.of("cdk.out"));
    assertThat(settings.data()).isEqualTo(Path.of(".tenrec/local"));
    assertThat(settings.port()).isEqualTo(8010);
    assertThat(settings.isolation()).isEqualTo(Isolation.PROCESS);
    assertThat(settings.workers()).isBetween(2, 4);
    assertThat(settings.warm()).isTrue();
    assertThat(settings.learning()).isTrue();
  }

  @Test
  void everythingCanBeSaid() {
    LocalCloudSettings settings =
        Arguments.parse(
            List.of(
                "--assembly",
                "out",
                "--data",
                "d",
                "--port",
                "9000",
                "--workers",
                "1",
                "--parameter",
                "Code=a=b",
                "--parameter",
                "Stack:Size=2",
                "--site",
                "shop=x=9001",
                "--in-process",
                "--lazy",
                "--no-learning"));

    assertThat(settings)
        .isEqualTo(
            new LocalCloudSettings(
                Path.of("out"),
                Path.of("d"),
                9000,
                Map.of("Code", "a=b", "Stack:Size", "2"),
                List.of(new LocalCloudSettings.Site(Path.of("shop=x"), 9001)),
                Isolation.CLASS_LOADER,
                1,
                false,
                false));
  }

  @ParameterizedTest
  @CsvSource({
    "--data d, --assembly is missing",
    "--assembly, --assembly needs a value",
    "--assembly a --port x, --port is x",
    "--assembly a --site shop, --site is shop",
    "--assembly a --parameter p, --parameter is p",
    "--assembly a --fast, There is no option --fast"
  })
  void whatCannotBeUnderstoodIsRefusedByName(String line, String message) {
    assertThatThrownBy(() -> Arguments.parse(List.of(line.split(" ", -1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
