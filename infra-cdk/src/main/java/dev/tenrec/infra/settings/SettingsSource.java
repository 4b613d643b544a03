package dev.tenrec.infra.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import software.constructs.Node;

/**
 * Finds the settings. First wins: the CDK context value {@code tenrec} ({@code -c tenrec=FILE},
 * {@code -c tenrec='{...}'}, or an object in {@code cdk.json}); {@code tenrec.json} in the working
 * directory; the defaults. Over that, {@code -c tenrec.freshness=local} suits the windows to the
 * local cloud.
 */
public final class SettingsSource {
  /** The context key. */
  public static final String CONTEXT = "tenrec";

  /** The context key that replaces only the freshness: {@code local} or {@code standard}. */
  public static final String FRESHNESS_CONTEXT = "tenrec.freshness";

  private static final String FILE = "tenrec.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path directory;

  /**
   * A source whose relative file names start at a directory.
   *
   * @param directory usually the working directory
   */
  public SettingsSource(Path directory) {
    this.directory = directory;
  }

  /** The settings of the app that the node belongs to. */
  public Settings read(Node node) {
    Settings settings =
        Optional.ofNullable(node.tryGetContext(CONTEXT)).map(this::context).orElseGet(this::file);
    return Optional.ofNullable(node.tryGetContext(FRESHNESS_CONTEXT))
        .map(preset -> settings.with(SettingsReader.preset(preset.toString())))
        .orElse(settings);
  }

  private Settings context(Object value) {
    if (!(value instanceof String text)) {
      return SettingsReader.read(JSON.valueToTree(value));
    }
    if (text.stripLeading().startsWith("{")) {
      return parse(text, "The context value tenrec");
    }
    Path file = directory.resolve(text);
    if (!Files.isRegularFile(file)) {
      throw new SettingsException(
          "The context value tenrec is \"%s\", and there is no such file: give a JSON file or a JSON object"
              .formatted(text));
    }
    return parse(file);
  }

  private Settings file() {
    Path file = directory.resolve(FILE);
    return Files.isRegularFile(file) ? parse(file) : Settings.DEFAULTS;
  }

  private static Settings parse(Path file) {
    try {
      return parse(Files.readString(file), file.toString());
    } catch (IOException error) {
      throw new UncheckedIOException(file + " cannot be read: " + error.getMessage(), error);
    }
  }

  private static Settings parse(String text, String where) {
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JsonProcessingException error) {
      throw new SettingsException(
          "%s is not JSON: %s (line %d)"
              .formatted(where, error.getOriginalMessage(), error.getLocation().getLineNr()),
          error);
    }
    try {
      return SettingsReader.read(json);
    } catch (SettingsException error) {
      throw new SettingsException(where + ": " + error.getMessage(), error);
    }
  }
}
