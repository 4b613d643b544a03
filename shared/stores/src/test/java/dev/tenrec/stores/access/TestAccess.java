package dev.tenrec.stores.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.stores.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestAccess {
  private final DynamoDbEmulator engine = DynamoDbEmulator.shared();
  private final Table table = new Table(engine.client(), engine.freshTable("access"));
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Accounts accounts = new Accounts(table, () -> now);
  private final PersonalKeys keys = new PersonalKeys(table, () -> now);
  private final Access access = new Access(accounts, keys);

  @Test
  void onlyTheFirstToComeBecomesOwner() {
    assertThat(accounts.ownerExists()).isFalse();
    assertThat(accounts.createOwner("Ada@Example.com", "Ada", "long enough")).isPresent();
    assertThat(accounts.ownerExists()).isTrue();
    assertThat(accounts.createOwner("eve@example.com", "Eve", "long enough")).isEmpty();
    assertThat(accounts.signIn("eve@example.com", "long enough")).isEmpty();
  }

  @Test
  void aPasswordOpensOnlyItsOwnAccount() {
    accounts.createOwner("ada@example.com", "Ada", "long enough");
    assertThat(accounts.signIn(" ADA@example.com", "long enough")).map(User::name).contains("Ada");
    assertThat(accounts.signIn("ada@example.com", "long enougH")).isEmpty();
    assertThat(accounts.signIn("nobody@example.com", "long enough")).isEmpty();

    assertThat(accounts.resetPassword("ada@example.com", "another one")).isTrue();
    assertThat(accounts.signIn("ada@example.com", "long enough")).isEmpty();
    assertThat(accounts.signIn("ada@example.com", "another one")).isPresent();
  }

  @Test
  void whatCannotBeAnAccountIsRefusedWithTheReason() {
    assertThatThrownBy(() -> accounts.createOwner("ada@example.com", "Ada", "short"))
        .hasMessage("password has 5 characters: choose one of 8 to 256");
    assertThatThrownBy(() -> accounts.createOwner("ada", "Ada", "long enough"))
        .hasMessageContaining("give an address");
  }

  @Test
  void aSessionLastsTwoWeeksOrUntilItIsClosed() {
    User ada = accounts.createOwner("ada@example.com", "Ada", "long enough").orElseThrow();
    String first = accounts.openSession(ada);
    String second = accounts.openSession(ada);
    assertThat(accounts.session(first)).contains(ada);

    accounts.closeSession(first);
    assertThat(accounts.session(first)).isEmpty();
    assertThat(accounts.session(second)).isPresent();

    now = now.plus(Duration.ofDays(14));
    assertThat(accounts.session(second)).isEmpty();
  }

  @Test
  void aKeyActsForItsUserWithinItsScopes() {
    User ada = accounts.createOwner("ada@example.com", "Ada", "long enough").orElseThrow();
    String secret = keys.create(ada, "ci", List.of("insight:write"), List.of(2L)).secret();

    Caller caller =
        access.authenticate(request("POST", Map.of("Authorization", "bearer " + secret)));

    assertThat(caller.user()).isEqualTo(ada);
    caller.require(2, "insight:read");
    assertThatThrownBy(() -> caller.require(2, "query:read"))
        .isInstanceOf(ApiException.class)
        .hasMessage("API key missing required scope 'query:read'");
    assertThatThrownBy(() -> caller.require(1, "insight:read")).hasMessageContaining("project 1");
  }

  @Test
  void aKeyNotesItsUseAndEndsAtOnce() {
    User ada = accounts.createOwner("ada@example.com", "Ada", "long enough").orElseThrow();
    PersonalKeys.Created made = keys.create(ada, "ci", List.of(), List.of());
    HttpRequest request = request("GET", Map.of("authorization", "Bearer " + made.secret()));

    access.authenticate(request);
    assertThat(keys.list(ada))
        .extracting(PersonalKey::lastUsedAt)
        .containsExactly(java.util.Optional.of(now));
    assertThat(keys.delete(ada, made.key().id())).isTrue();
    assertThat(keys.list(ada)).isEmpty();
    assertThatThrownBy(() -> access.authenticate(request)).hasMessageContaining("invalid");
  }

  @Test
  void aKeyMadeForAWhileEndsByItselfEvenWhenItIsUsed() {
    User ada = accounts.createOwner("ada@example.com", "Ada", "long enough").orElseThrow();
    PersonalKeys.Created made =
        keys.createUntil(
            now.plus(Duration.ofMinutes(10)), ada, "demo", List.of("insight:write"), List.of());
    HttpRequest request = request("GET", Map.of("authorization", "Bearer " + made.secret()));

    assertThat(access.authenticate(request).user()).isEqualTo(ada);
    now = now.plus(Duration.ofMinutes(9));
    assertThat(access.authenticate(request).user()).isEqualTo(ada);
    assertThat(keys.list(ada)).hasSize(1);
    now = now.plus(Duration.ofMinutes(1));
    assertThatThrownBy(() -> access.authenticate(request)).hasMessageContaining("invalid");
    assertThat(keys.list(ada)).isEmpty();
  }

  @Test
  void aForeignPageCannotActThroughTheCookie() {
    User ada = accounts.createOwner("ada@example.com", "Ada", "long enough").orElseThrow();
    String session = accounts.openSession(ada);
    Map<String, String> none = Map.of();

    assertThat(access.authenticate(cookie("GET", none, session)).user()).isEqualTo(ada);
    assertThatThrownBy(() -> access.authenticate(cookie("POST", none, session)))
        .hasMessageContaining("X-Tenrec-Request");
    assertThat(access.authenticate(cookie("POST", Map.of("X-Tenrec-Request", "1"), session)).user())
        .isEqualTo(ada);
  }

  @Test
  void nobodyIsToldHowToBecomeSomebody() {
    assertThatThrownBy(() -> access.authenticate(request("GET", Map.of())))
        .isInstanceOfSatisfying(
            ApiException.class, error -> assertThat(error.status()).isEqualTo(401));
  }

  private static HttpRequest request(String method, Map<String, String> headers) {
    return new HttpRequest(method, "/", Map.of(), headers, Map.of(), new byte[0], "");
  }

  private static HttpRequest cookie(String method, Map<String, String> headers, String session) {
    return new HttpRequest(
        method, "/", Map.of(), headers, Map.of(Access.COOKIE, session), new byte[0], "");
  }
}
