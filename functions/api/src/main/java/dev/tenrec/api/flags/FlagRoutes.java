package dev.tenrec.api.flags;

import dev.tenrec.api.resource.DefinitionResource;
import dev.tenrec.api.resource.ProjectScope;
import dev.tenrec.http.Router.Route;
import dev.tenrec.stores.cohorts.CohortMembers;
import dev.tenrec.stores.definitions.Definitions;
import dev.tenrec.stores.persons.PersonFinder;
import java.util.List;
import java.util.stream.Stream;

/**
 * The routes of feature flags and of the cohorts they look at.
 *
 * @param scope lets requests into their project
 * @param definitions where flags and cohorts are
 * @param members who is on the lists of static cohorts
 * @param persons what is known of those
 */
public record FlagRoutes(
    ProjectScope scope, Definitions definitions, CohortMembers members, PersonFinder persons) {
  public List<Route> routes() {
    return Stream.of(
            new DefinitionResource(scope, definitions, new FlagKind(definitions)).routes(),
            new DefinitionResource(scope, definitions, new CohortKind(definitions, members))
                .routes(),
            new CohortMemberResource(scope, definitions, members, persons).routes())
        .flatMap(List::stream)
        .toList();
  }
}
