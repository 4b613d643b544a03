package dev.tenrec.stores.access;

import dev.tenrec.http.ApiException;

/** Who sent a request. */
public sealed interface Caller {
  /** The user who acts, or for whom a key acts. */
  User user();

  /**
   * Passes when the caller may do this, whatever the project.
   *
   * @param scope {@code object:read} or {@code object:write}
   * @throws ApiException 403 naming the missing scope
   */
  void require(String scope);

  /**
   * Passes when the caller may do this in that project.
   *
   * @param project the project's id
   * @param scope {@code object:read} or {@code object:write}
   * @throws ApiException 403 naming the missing scope, or the project that the key is not for
   */
  void require(long project, String scope);

  /** A user in the console, who may do everything. */
  record Session(User user) implements Caller {
    @Override
    public void require(String scope) {
      // An owner may do everything.
    }

    @Override
    public void require(long project, String scope) {
      // An owner may do everything everywhere.
    }
  }

  /** A program with a personal key. */
  record Key(User user, PersonalKey key) implements Caller {
    @Override
    public void require(String scope) {
      if (!key.allows(scope)) {
        throw ApiException.permissionDenied("API key missing required scope '" + scope + "'");
      }
    }

    @Override
    public void require(long project, String scope) {
      require(scope);
      if (!key.projects().isEmpty() && !key.projects().contains(project)) {
        throw ApiException.permissionDenied("API key does not have access to project " + project);
      }
    }
  }
}
