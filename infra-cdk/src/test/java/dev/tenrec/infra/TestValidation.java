package dev.tenrec.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenrec.infra.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.sqs.CfnQueue;

class TestValidation {
  @TempDir Path directory;

  /** Beside Tenrec stands a queue that cannot be, to see that the rules are looked at. */
  @Test
  void cloudFormationsRulesFindNothingButTheQueueThatCannotBe() throws Exception {
    Path assembly = directory.resolve("cdk.out");
    Program.Outcome outcome =
        Program.run(
            Validated.class, directory, Map.of("CDK_VALIDATION", "true"), assembly.toString());
    assertThat(outcome.status()).as(outcome.output()).isNotZero();
    Path file = assembly.resolve("validation-report.json");
    assertThat(file).as(outcome.output()).exists();
    JsonNode report = new ObjectMapper().readTree(file.toFile());
    Set<String> constructs = new TreeSet<>(report.findValuesAsText("constructPath"));
    assertThat(constructs).as(report.toPrettyString()).containsExactly("broken/Queue");
  }

  /** Synthesizes Tenrec and a broken stack. */
  static final class Validated {
    private Validated() {}

    public static void main(String[] arguments) {
      App app = App.Builder.create().context(Flags.all()).outdir(arguments[0]).build();
      Installation.create(
          app, Settings.DEFAULTS, Placeholders.zips(Path.of(arguments[0] + "-zips")));
      CfnQueue.Builder.create(new Stack(app, "broken"), "Queue").visibilityTimeout(-5).build();
      app.synth();
    }
  }
}
