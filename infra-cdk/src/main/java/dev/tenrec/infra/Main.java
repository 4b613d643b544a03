package dev.tenrec.infra;

import dev.tenrec.infra.compute.FunctionZips;
import dev.tenrec.infra.compute.MissingZipException;
import dev.tenrec.infra.settings.Settings;
import dev.tenrec.infra.settings.SettingsException;
import dev.tenrec.infra.settings.SettingsSource;
import java.nio.file.Path;
import software.amazon.awscdk.App;

/**
 * The CDK app. Run by the CDK CLI, or by plain {@code java}: then it writes the cloud assembly to
 * {@code $CDK_OUTDIR}, or to {@code cdk.out}, offline.
 */
public final class Main {
  private Main() {}

  /** Synthesizes the installation that the context describes. */
  public static void main(String[] arguments) {
    Path here = Path.of("").toAbsolutePath();
    App app = App.Builder.create().context(Flags.all()).build();
    try {
      Settings settings = new SettingsSource(here).read(app.getNode());
      Installation.create(app, settings, FunctionZips.ofRepository(Repository.root(here)));
    } catch (SettingsException | MissingZipException error) {
      System.err.println(error.getMessage());
      System.exit(1);
    }
    app.synth();
  }
}
