package dev.tenrec.assets;

import dev.tenrec.http.HttpFunction;
import dev.tenrec.http.HttpHandler;
import dev.tenrec.remoteconfig.Products;
import dev.tenrec.stores.projects.ProjectDirectory;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The assets function. Environment: {@code PROJECTS_TABLE}, and {@code PRODUCTS}, the installed
 * products separated by commas (none when absent).
 */
public final class AssetsHandler extends HttpFunction {
  /** Connects with the environment of the function. */
  public AssetsHandler() {
    super(connect(System.getenv()));
  }

  private static HttpHandler connect(Map<String, String> environment) {
    String table = environment.getOrDefault("PROJECTS_TABLE", "");
    if (table.isEmpty()) {
      throw new IllegalStateException(
          "The environment variable PROJECTS_TABLE is not set: the stack sets it for this"
              + " function");
    }
    ProjectDirectory projects =
        new ProjectDirectory(
            DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build(),
            table,
            InstantSource.system());
    return new Assets(
        PackedFiles.load(),
        projects::byToken,
        Products.parse(environment.getOrDefault("PRODUCTS", "")));
  }
}
