package dev.tenrec.infra;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenrec.infra.settings.Settings;
import dev.tenrec.infra.settings.Streaming;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import software.amazon.awscdk.App;

/**
 * What a synth wrote. A synth takes seconds, so the tests share one for each settings.
 *
 * @param directory the cloud assembly
 * @param state the template of what holds data
 * @param compute the template of what runs
 */
public record Synthesis(Path directory, Template state, Template compute) {
  private static final Map<Settings, Synthesis> DONE = new ConcurrentHashMap<>();

  /** The synth of those settings. */
  public static Synthesis of(Settings settings) {
    return DONE.computeIfAbsent(settings, key -> run(key, Map.of(), _ -> {}));
  }

  /** The synth of the defaults. */
  public static Synthesis standard() {
    return of(Settings.DEFAULTS);
  }

  /** The synth with two streams, where it shows who uses which. */
  public static Synthesis twoStreams() {
    return of(Settings.DEFAULTS.with(new Streaming(Streaming.Layout.SEPARATE, 2, 4)));
  }

  /** A synth of an app with more context, that was changed before. */
  static Synthesis run(Settings settings, Map<String, Object> context, Consumer<App> change) {
    try {
      Path directory = Files.createTempDirectory("tenrec-cdk");
      App app =
          App.Builder.create()
              .context(Flags.all())
              .postCliContext(context)
              .outdir(directory.toString())
              .build();
      Installation installation =
          Installation.create(app, settings, Placeholders.zips(directory.resolve("zips")));
      change.accept(app);
      app.synth();
      return new Synthesis(
          directory,
          template(directory, installation.state().getTemplateFile()),
          template(directory, installation.compute().getTemplateFile()));
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  private static Template template(Path directory, String file) throws IOException {
    return new Template(new ObjectMapper().readTree(directory.resolve(file).toFile()));
  }
}
