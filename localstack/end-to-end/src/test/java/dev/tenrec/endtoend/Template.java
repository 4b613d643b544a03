package dev.tenrec.endtoend;

import java.io.IOException;
import java.nio.file.Path;

/** The template of the real CDK app, synthesized once for all tests. */
final class Template {
  private static Path synthesized;

  private Template() {}

  static synchronized Path synthesized() throws IOException, InterruptedException {
    if (synthesized == null) {
      Path output = FreshDirectory.named("cdk.out");
      ProcessBuilder synth =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              RunningCloud.classPath("infra-cdk"),
              "dev.tenrec.infra.Main");
      synth.environment().put("CDK_OUTDIR", output.toString());
      synth.environment().put("CDK_CONTEXT_JSON", "{\"tenrec.freshness\":\"local\"}");
      synth.environment().put("CDK_VALIDATION", "false");
      synth.environment().put("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20");
      Process process = synth.directory(RunningCloud.ROOT.toFile()).inheritIO().start();
      if (process.waitFor() != 0) {
        throw new AssertionError("The CDK app could not be synthesized");
      }
      synthesized = output;
    }
    return synthesized;
  }
}
