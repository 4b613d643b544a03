package dev.tenrec.infra.compute;

import dev.tenrec.infra.settings.Product;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** Everything that runs. Deleting it loses no data: created again, it goes on where it stopped. */
public final class ComputeStack extends Stack {
  public ComputeStack(Construct scope, String id, StackProps props, Foundation foundation) {
    super(scope, id, props);
    CfnParameter setupCode =
        CfnParameter.Builder.create(this, "SetupCode")
            .type("String")
            .noEcho(true)
            .defaultValue("")
            .description("What whoever creates the first account must enter; empty for nothing")
            .build();
    Capture capture = new Capture(this, "Capture", foundation);
    Ingest ingest = new Ingest(this, "Ingest", foundation);
    Committer committer = new Committer(this, "Commit", foundation);
    LakeWriter lake = new LakeWriter(this, "Lake", foundation, committer.queue());
    Maintenance maintenance = new Maintenance(this, "Maintenance", foundation);
    if (foundation.settings().has(Product.ERRORS)) {
      new Errors(this, "Errors", foundation);
    }
    if (foundation.settings().has(Product.REPLAY)) {
      new Replay(this, "Replay", foundation);
    }
    Optional<Workflows> workflows =
        foundation.settings().has(Product.WORKFLOWS)
            ? Optional.of(new Workflows(this, "Workflows", foundation))
            : Optional.empty();
    Api api =
        new Api(
            this, "Api", foundation, setupCode.getValueAsString(), workflows.map(Workflows::queue));
    Assets assets = new Assets(this, "Assets", foundation);
    Optional<Query> query =
        foundation.settings().has(Product.ANALYTICS)
            ? Optional.of(new Query(this, "Query", foundation))
            : Optional.empty();
    Optional<FeatureFlags> flags =
        foundation.settings().has(Product.FLAGS)
            ? Optional.of(new FeatureFlags(this, "Flags", foundation))
            : Optional.empty();
    Edge edge =
        new Edge(
            this,
            "Edge",
            new Edge.Functions(
                assets.url(),
                api.url(),
                capture.url(),
                query.map(Query::url),
                flags.map(FeatureFlags::url),
                foundation.settings().has(Product.REPLAY)),
            foundation.settings().domain());
    Map<String, JavaFunction> awaited = new TreeMap<>();
    awaited.put("Capture", capture.function());
    awaited.put("Api", api.function());
    awaited.put("Assets", assets.function());
    query.ifPresent(found -> awaited.put("Query", found.function()));
    flags.ifPresent(found -> awaited.put("Flags", found.function()));
    new Readiness(this, "Readiness", awaited);
    new Watch(
        this,
        "Watch",
        new Watch.Parts(capture.function(), ingest, lake, committer, maintenance.function()),
        foundation.settings().alarmEmail());
    output("ConsoleUrl", "The console, and the host to give to SDKs", "https://" + edge.host());
    output("CaptureUrl", "Takes events without the distribution", capture.url().getUrl());
  }

  private void output(String id, String description, String value) {
    CfnOutput.Builder.create(this, id).description(description).value(value).build();
  }
}
