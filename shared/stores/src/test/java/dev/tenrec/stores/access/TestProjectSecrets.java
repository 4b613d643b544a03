package dev.tenrec.stores.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.stores.table.Table;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class TestProjectSecrets {
  private final DynamoDbEmulator engine = DynamoDbEmulator.shared();
  private final ProjectSecrets secrets =
      new ProjectSecrets(
          new Table(engine.client(), engine.freshTable("projects")), InstantSource.system());

  @Test
  void aProjectHasNoSecretUntilItIsGivenOne() {
    assertThat(secrets.current(1)).isEmpty();
    assertThat(secrets.project("phs_made_up")).isEmpty();

    ProjectSecrets.Created made = secrets.rotate(1);
    assertThat(made.secret()).startsWith("phs_");
    assertThat(secrets.project(made.secret())).hasValue(1);
    assertThat(secrets.current(1)).contains(made.key());
    assertThat(made.key().mask()).doesNotContain(made.secret().substring(6, 20));
    assertThat(secrets.previous(1)).isEmpty();
  }

  @Test
  void theSecretBeforeWorksUntilItIsDroppedOrReplacedAgain() {
    String first = secrets.rotate(1).secret();
    String second = secrets.rotate(1).secret();
    assertThat(secrets.project(first)).hasValue(1);
    assertThat(secrets.project(second)).hasValue(1);
    assertThat(secrets.previous(1)).isPresent();

    String third = secrets.rotate(1).secret();
    assertThat(secrets.project(first)).isEmpty();
    assertThat(secrets.project(second)).hasValue(1);

    secrets.dropPrevious(1);
    secrets.dropPrevious(1);
    assertThat(secrets.project(second)).isEmpty();
    assertThat(secrets.project(third)).hasValue(1);
    assertThat(secrets.previous(1)).isEmpty();
  }
}
