package com.example.analytics;

import dev.tenrec.infra.Flags;
import dev.tenrec.infra.Installation;
import dev.tenrec.infra.compute.Foundation;
import dev.tenrec.infra.compute.FunctionZips;
import dev.tenrec.infra.settings.Retention;
import dev.tenrec.infra.settings.Settings;
import java.nio.file.Path;
import software.amazon.awscdk.App;

/** The CDK app: Tenrec, and a stack of our own beside it. */
public final class AnalyticsApp {
  private static final int WEEK = 7 * 24;

  private static final Settings SETTINGS =
      Settings.DEFAULTS.named("acme").with(new Retention(WEEK, 14, 1, 90));

  private AnalyticsApp() {}

  /** Synthesizes both, run in this directory after the whole repository has been built. */
  public static void main(String[] arguments) {
    App app = App.Builder.create().context(Flags.all()).build();
    build(app, FunctionZips.ofRepository(Path.of("../..")));
    app.synth();
  }

  static void build(App app, FunctionZips zips) {
    Installation tenrec = Installation.create(app, SETTINGS, zips);
    new ExceptionStack(
        app, "acme-exceptions", new Foundation(SETTINGS, tenrec.state().state(), zips));
  }
}
