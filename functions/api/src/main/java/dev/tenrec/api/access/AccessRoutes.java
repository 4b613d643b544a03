package dev.tenrec.api.access;

import dev.tenrec.http.Router.Route;
import dev.tenrec.stores.access.Access;
import dev.tenrec.stores.access.Accounts;
import dev.tenrec.stores.access.PersonalKeys;
import dev.tenrec.stores.projects.Projects;
import java.util.List;
import java.util.stream.Stream;

/**
 * The routes of the first run, of sign-in, and of personal API keys.
 *
 * @param access tells who asks
 * @param accounts those who can sign in
 * @param keys their personal API keys
 * @param projects what they see when they have signed in
 * @param setupCode what the first run asks for; empty for nothing
 */
public record AccessRoutes(
    Access access, Accounts accounts, PersonalKeys keys, Projects projects, String setupCode) {
  public List<Route> routes() {
    return Stream.of(
            new SetupResource(accounts, projects, setupCode).routes(),
            new SessionResource(accounts).routes(),
            new UserResource(access, accounts, projects).routes(),
            new PersonalKeyResource(access, keys).routes())
        .flatMap(List::stream)
        .toList();
  }
}
