package dev.tenrec.infra;

import dev.tenrec.infra.compute.ComputeStack;
import dev.tenrec.infra.compute.Foundation;
import dev.tenrec.infra.compute.FunctionZips;
import dev.tenrec.infra.settings.Settings;
import dev.tenrec.infra.state.StateStack;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/**
 * One Tenrec: a stack that holds the data and a stack that runs, named after the installation.
 *
 * @param state the stack that holds data
 * @param compute the stack that runs
 */
public record Installation(StateStack state, ComputeStack compute) {
  /** Adds an installation to a CDK app. */
  public static Installation create(Construct scope, Settings settings, FunctionZips zips) {
    StateStack state =
        new StateStack(
            scope,
            settings.name() + "-state",
            props(settings, "Tenrec: what holds data"),
            settings);
    ComputeStack compute =
        new ComputeStack(
            scope,
            settings.name() + "-compute",
            props(settings, "Tenrec: what runs"),
            new Foundation(settings, state.state(), zips));
    return new Installation(state, compute);
  }

  private static StackProps props(Settings settings, String description) {
    return StackProps.builder()
        .description(description)
        .env(
            Environment.builder()
                .account(settings.account().orElse(null))
                .region(settings.region().orElse(null))
                .build())
        .build();
  }
}
