package dev.tenrec.api;

import dev.tenrec.http.Router.Route;
import dev.tenrec.stores.access.ProjectSecrets;
import dev.tenrec.stores.cohorts.CohortMembers;
import dev.tenrec.stores.definitions.Definitions;
import dev.tenrec.stores.persons.PersonFinder;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything around feature flags: the flags, the cohorts they look at, and the key with which
 * servers read them.
 *
 * @param secrets the projects' secret keys
 * @param members who is on the lists of static cohorts
 * @param persons what is known of those
 */
record FlagRoutes(ProjectSecrets secrets, CohortMembers members, PersonFinder persons) {
  List<Route> all(ProjectScope scope, Definitions definitions) {
    return Stream.of(
            new FlagResource(scope, definitions).routes(),
            new CohortResource(scope, definitions, members).routes(),
            new CohortMemberResource(scope, definitions, members, persons).routes(),
            new ProjectSecretResource(scope, secrets).routes())
        .flatMap(List::stream)
        .toList();
  }
}
