package dev.tenrec.api.insights;

import dev.tenrec.api.resource.DefinitionResource;
import dev.tenrec.api.resource.ProjectScope;
import dev.tenrec.http.Router.Route;
import dev.tenrec.stores.definitions.Definitions;
import java.util.List;

/**
 * The routes of saved insights.
 *
 * @param scope lets requests into their project
 * @param definitions where the insights are
 */
public record InsightRoutes(ProjectScope scope, Definitions definitions) {
  public List<Route> routes() {
    return new DefinitionResource(scope, definitions, new InsightKind()).routes();
  }
}
