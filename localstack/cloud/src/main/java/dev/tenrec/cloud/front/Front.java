package dev.tenrec.cloud.front;

import dev.tenrec.cloud.progress.Progress;
import dev.tenrec.cloud.resources.LocalAttributes;
import dev.tenrec.cloud.state.JsonFile;
import dev.tenrec.cloud.template.Resource;
import dev.tenrec.cloud.template.Templates;
import dev.tenrec.cloud.web.WebHandler;
import dev.tenrec.cloud.web.WebResponse;
import dev.tenrec.cloud.web.WebServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Everything that answers HTTP in the name of the template. Closing it stops all of it. */
public final class Front implements AutoCloseable {
  // Lambda takes 6 MB of event; what is larger than this is so in any encoding.
  private static final int LARGEST_BODY = 6 * 1024 * 1024;

  private final Templates templates;
  private final Invoker invoker;
  private final Progress progress;
  private final Supplier<UUID> ids;
  private final InstantSource clock;
  private final List<WebServer> servers = new ArrayList<>();

  public Front(
      Templates templates,
      Invoker invoker,
      Progress progress,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.templates = templates;
    this.invoker = invoker;
    this.progress = progress;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Starts to answer.
   *
   * @param address of the distribution, or of the HTTP API where there is no distribution
   * @param functionUrls the address of each {@code AWS::Lambda::Url}
   */
  public void start(URI address, Function<Resource, URI> functionUrls) {
    Map<String, FunctionUrl> functions = new HashMap<>();
    for (Resource url : templates.resources("AWS::Lambda::Url")) {
      URI at = functionUrls.apply(url);
      FunctionUrl function =
          new FunctionUrl(
              templates.property(url, "TargetFunctionArn").map(it -> it.asText()).orElse(""),
              url.logicalId().toLowerCase(java.util.Locale.ROOT),
              invoker,
              ids,
              clock);
      functions.put(at.getAuthority(), function);
      serve(at.getPort(), function);
      if (templates.property(url, "Cors").isPresent()) {
        progress.notice(url + ": Cors has no effect here");
      }
    }
    serve(address.getPort(), main(functions));
  }

  /** Starts to serve a site of plain files. */
  public URI site(Path directory, int port, URI front, JsonFile values) {
    return serve(port, new Site(directory, front.toString(), values));
  }

  @Override
  public void close() {
    List<Thread> closing = new ArrayList<>();
    for (WebServer server : servers) {
      closing.add(Thread.ofVirtual().start(server::close));
    }
    for (Thread thread : closing) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private WebHandler main(Map<String, FunctionUrl> functions) {
    List<Resource> distributions = templates.resources("AWS::CloudFront::Distribution");
    List<Resource> apis = templates.resources("AWS::ApiGatewayV2::Api");
    if (distributions.size() + apis.size() > 1) {
      progress.notice("there are several distributions or HTTP APIs; only the first one is served");
    }
    if (!distributions.isEmpty()) {
      return new DistributionReader(templates, functions, progress, ids)
          .read(distributions.getFirst());
    }
    if (!apis.isEmpty()) {
      return new HttpApiReader(templates, invoker, progress, ids, clock).read(apis.getFirst());
    }
    List<String> names =
        templates.resources("AWS::Lambda::Url").stream()
            .map(url -> LocalAttributes.name(url, templates))
            .toList();
    return _ ->
        WebResponse.text(
            404,
            "The template has no distribution and no HTTP API; function URLs: " + names + "\n");
  }

  private URI serve(int port, WebHandler handler) {
    WebServer server = WebServer.start(port, LARGEST_BODY, handler);
    servers.add(server);
    return server.address();
  }
}
