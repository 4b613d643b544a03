package dev.tenrec.infra.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads {@link Settings} from JSON. What the JSON leaves out keeps its default. */
final class SettingsReader {
  private SettingsReader() {}

  static Settings read(JsonNode json) {
    SettingsNode node =
        SettingsNode.of(
            json,
            "name",
            "account",
            "region",
            "memory",
            "retention",
            "streams",
            "freshness",
            "products",
            "captureConcurrency",
            "domain",
            "alarmEmail");
    return new Settings(
        node.text("name").orElse(Settings.DEFAULTS.name()),
        node.text("account"),
        node.text("region"),
        memory(node),
        retention(node),
        streaming(node),
        freshness(node),
        node.choices("products", Product.class)
            .<Set<Product>>map(
                products ->
                    products.isEmpty() ? EnumSet.noneOf(Product.class) : EnumSet.copyOf(products))
            .orElse(Settings.DEFAULTS.products()),
        node.optionalNumber("captureConcurrency"),
        domain(node),
        node.text("alarmEmail"));
  }

  private static Memory memory(SettingsNode settings) {
    Memory other = Memory.DEFAULTS;
    return settings
        .object(
            "memory",
            "capture",
            "ingest",
            "lake",
            "commit",
            "maintenance",
            "api",
            "query",
            "flags",
            "workflows",
            "replay",
            "errors",
            "assets")
        .map(
            node ->
                new Memory(
                    node.number("capture", other.capture()),
                    node.number("ingest", other.ingest()),
                    node.number("lake", other.lake()),
                    node.number("commit", other.commit()),
                    node.number("maintenance", other.maintenance()),
                    node.number("api", other.api()),
                    node.number("query", other.query()),
                    node.number("flags", other.flags()),
                    node.number("workflows", other.workflows()),
                    node.number("replay", other.replay()),
                    node.number("errors", other.errors()),
                    node.number("assets", other.assets())))
        .orElse(other);
  }

  private static Retention retention(SettingsNode settings) {
    Retention other = Retention.DEFAULTS;
    return settings
        .object("retention", "streamHours", "claimDays", "resultDays", "logDays")
        .map(
            node ->
                new Retention(
                    node.number("streamHours", other.streamHours()),
                    node.number("claimDays", other.claimDays()),
                    node.number("resultDays", other.resultDays()),
                    node.number("logDays", other.logDays())))
        .orElse(other);
  }

  private static Streaming streaming(SettingsNode settings) {
    Streaming other = Streaming.DEFAULTS;
    return settings
        .object("streams", "layout", "shards", "ingestParallelism")
        .map(
            node ->
                new Streaming(
                    node.choice("layout", Streaming.Layout.class).orElse(other.layout()),
                    node.number("shards", other.shards()),
                    node.number("ingestParallelism", other.ingestParallelism())))
        .orElse(other);
  }

  /** The windows of that name. */
  static Freshness preset(String name) {
    return freshness(
        SettingsNode.of(JsonNodeFactory.instance.objectNode().put("freshness", name), "freshness"));
  }

  private static Freshness freshness(SettingsNode settings) {
    if (settings.isText("freshness")) {
      return switch (settings.choice("freshness", Preset.class).orElseThrow()) {
        case LOCAL -> Freshness.LOCAL;
        case STANDARD -> Freshness.STANDARD;
      };
    }
    Freshness other = Freshness.STANDARD;
    return settings
        .object("freshness", "ingestSeconds", "lakeSeconds", "commitSeconds")
        .map(
            node ->
                new Freshness(
                    seconds(node, "ingestSeconds", other.ingestWindow()),
                    seconds(node, "lakeSeconds", other.lakeWindow()),
                    seconds(node, "commitSeconds", other.commitWindow())))
        .orElse(other);
  }

  private static Duration seconds(SettingsNode node, String key, Duration otherwise) {
    return Duration.ofSeconds(node.number(key, Math.toIntExact(otherwise.toSeconds())));
  }

  private static Optional<Domain> domain(SettingsNode settings) {
    return settings
        .object("domain", "name", "certificateArn", "hostedZoneId")
        .map(
            node ->
                new Domain(
                    node.text("name").orElse(""),
                    node.text("certificateArn").orElse(""),
                    node.text("hostedZoneId")));
  }

  private enum Preset {
    LOCAL,
    STANDARD
  }
}
