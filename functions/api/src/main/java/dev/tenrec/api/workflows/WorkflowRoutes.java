package dev.tenrec.api.workflows;

import dev.tenrec.api.resource.DefinitionResource;
import dev.tenrec.api.resource.ProjectScope;
import dev.tenrec.http.Router.Route;
import dev.tenrec.stores.definitions.Definitions;
import dev.tenrec.workflow.runs.RunStarter;
import dev.tenrec.workflow.runs.Runs;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The routes of workflows and of their runs.
 *
 * @param scope lets requests into their project
 * @param definitions where the workflows are
 * @param runs where their runs are
 * @param starter starts one; empty where workflows are switched off
 * @param clock tells when one ended
 */
public record WorkflowRoutes(
    ProjectScope scope,
    Definitions definitions,
    Runs runs,
    Optional<RunStarter> starter,
    InstantSource clock) {
  public List<Route> routes() {
    // The runs come first: "activity" is no workflow's id.
    return Stream.of(
            new WorkflowRunResource(this).routes(),
            new DefinitionResource(scope, definitions, new WorkflowKind()).routes())
        .flatMap(List::stream)
        .toList();
  }
}
